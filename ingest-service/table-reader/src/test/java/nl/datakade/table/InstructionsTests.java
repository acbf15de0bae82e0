package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.datakade.table.row.Finding;
import nl.datakade.table.type.Notation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a steward laid down wins over what the bytes suggest. */
class InstructionsTests {

    @Test
    void encodingDelimiterAndQuote() {
        var bytes = "naam|plaats\n\u00e9\u00e9n|'s-Gravenhage\ntwee|'t Zand\n".getBytes(Charset.forName("IBM437"));
        var instructions = new Instructions("IBM437", "|", "", null, null, null);

        var read = read(bytes, instructions);

        assertThat(read.values("naam")).containsExactly("\u00e9\u00e9n", "twee");
        assertThat(read.values("plaats")).containsExactly("'s-Gravenhage", "'t Zand");
        assertThat(read.reading.encoding()).satisfies(encoding -> {
            assertThat(encoding.name()).isEqualTo("IBM437");
            assertThat(encoding.evidence()).startsWith("laid down");
        });
    }

    @Test
    void bytesThatAreNoUtf8AreNotReadAsUtf8() {
        var bytes = "naam;n\ncaf\u00e9;1\n".getBytes(StandardCharsets.ISO_8859_1);
        var read = read(bytes, new Instructions("UTF-8", null, null, null, null, null));
        assertThat(read.values("naam")).containsExactly("caf\u00e9");
    }

    @Test
    void linesToSkipAndLinesOfTheHeader() {
        var text = "Rapport;2026;x\n1;2;3\nAantal;Soort;Jaar\n(stuks);;\n5;a;2020\n6;b;2021\n";
        var read = read(text, new Instructions(null, null, null, 2, 2, null));
        assertThat(read.table().columns())
                .extracting(Reading.Column::name)
                .containsExactly("aantal_stuks", "soort", "jaar");
        assertThat(read.values("aantal_stuks")).containsExactly("5", "6");
        assertThat(read.reading.rowsIn()).isEqualTo(2);
    }

    /** Names of columns are shown to people who do not see the rows. */
    @Test
    void aRowThatIsPointedOutAsTheHeaderShowsNothingOfAPerson() {
        var read = read(
                "naam;mail;soort\nEmma Visser;emma@voorbeeld.nl;geluid\nNoor Smit;noor@voorbeeld.nl;afval\n",
                new Instructions(null, null, null, 1, 1, null));
        assertThat(read.table().columns())
                .extracting(Reading.Column::name)
                .containsExactly("column_1", "column_2", "column_3");
        assertThat(read.table().columns()).extracting(Reading.Column::label).containsOnly("");
        assertThat(read.reading.findings()).extracting(Finding::code).contains("DATA_IN_HEADER");
        assertThat(read.reading.rowsIn()).isEqualTo(1);
    }

    @Test
    void aFileWithoutHeaderGetsItsNamesFromTheSteward() {
        var columns = Map.of("column_1", named("straat"), "column_2", named("aantal"));
        var read = read("kop;staart\na;b\n", new Instructions(null, null, null, 0, 0, columns));
        assertThat(read.values("straat")).containsExactly("kop", "a");
        assertThat(read.column("aantal").heading()).isEqualTo("column_2");
    }

    @Test
    void aTypeRejectsTheRowsThatAreNoneOfIt() {
        var read = read("datum;n\n01-02-2026;1\n31-02-2026;2\n03-02-2026;3\n", type("datum", "DATE", null));
        assertThat(read.values("datum")).containsExactly("2026-02-01", "2026-02-03");
        assertThat(read.rejects()).contains("3,\"datum\"").contains("31-02-2026");
        assertThat(read.reading.rowsIn()).isEqualTo(read.reading.rows() + read.reading.rejectedRows());
    }

    @Test
    void aFormatSettlesWhatIsAmbiguous() {
        assertThat(read("n\n1.204\n2.305\n", type("n", null, Notation.COMMA_NUMBER))
                        .values("n"))
                .containsExactly("1204", "2305");
        assertThat(read("n\n1.204\n2.305\n", type("n", null, Notation.DOT_NUMBER))
                        .values("n"))
                .containsExactly("1.204", "2.305");
        assertThat(read("d\n03/04/2026\n05/06/2026\n", type("d", null, Notation.MONTH_FIRST))
                        .values("d"))
                .containsExactly("2026-03-04", "2026-05-06");
    }

    @Test
    void decimalsAreNeverRoundedAndNeverTooLarge() {
        var read = read("n;m\n1,25;a\n1,255;b\n123456,00;c\n99999,99;d\n", type("n", "DECIMAL(7,2)", null));
        assertThat(read.values("n")).containsExactly("1.25", "99999.99");
        assertThat(read.reading.rejectedRows()).isEqualTo(2);
    }

    @Test
    void marksForMissingValues() {
        var columns = Map.of("n", new Instructions.Column(null, null, null, List.of("geheim", "99999"), null));
        var read = read("n;m\n1;a\ngeheim;b\n99999;c\n3;d\n", new Instructions(null, null, null, null, null, columns));
        assertThat(read.type("n")).isEqualTo("BIGINT");
        assertThat(read.values("n")).containsExactly("1", null, null, "3");
        assertThat(read.column("n").marks()).containsEntry("geheim", 1L);
    }

    @Test
    void aRenamedColumnKeepsItsId() {
        var ids = Map.of("sample", Known.ids(Map.of("a", 4, "b", 5)));
        var options = ReadOptions.none()
                .withKnown(ids)
                .withInstructions(new Instructions(null, null, null, null, null, Map.of("b", named("bedrag"))));
        var read = Sample.of("a;b\n1;2\n".getBytes(StandardCharsets.UTF_8), "sample.csv", options);
        assertThat(read.fieldIds()).containsEntry("bedrag", 5).containsEntry("a", 4);
    }

    @Test
    void aColumnThatMustBeThereAndIsNotBreaksTheContract() {
        var columns = Map.of(
                "datum", new Instructions.Column(null, null, null, null, true),
                "soort", new Instructions.Column(null, "VARCHAR", null, null, null));
        var read = read("a;b\n1;2\n", new Instructions(null, null, null, null, null, columns));
        assertThat(read.reading.findings())
                .filteredOn(finding -> finding.code().endsWith("COLUMN_ABSENT"))
                .extracting(Finding::column, Finding::severity)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("datum", Finding.Severity.BLOCKING),
                        org.assertj.core.api.Assertions.tuple("soort", Finding.Severity.WARNING));
    }

    @Test
    void whatColumnsMeanStandsInTheFile() {
        var options = ReadOptions.none().withDescriptions(Map.of("sample", Map.of("n", "Aantal fietsers")));
        var read = Sample.of("n;m\n1;2\n".getBytes(StandardCharsets.UTF_8), "sample.csv", options);
        assertThat(read.query("SELECT decode(value) FROM parquet_kv_metadata('" + read.file() + "')"
                        + " WHERE decode(key) = 'description.n'"))
                .containsExactly("Aantal fietsers");
    }

    private static Instructions.Column named(String name) {
        return new Instructions.Column(name, null, null, null, null);
    }

    private static Instructions type(String column, @Nullable String type, @Nullable Notation format) {
        return new Instructions(
                null, null, null, null, null, Map.of(column, new Instructions.Column(null, type, format, null, null)));
    }

    @Test
    void theFingerprintIsOfWhatDecidesValuesAndNotOfNames() {
        var renamed = about(new Instructions.Column("soort_melding", null, null, null, true));
        var missing = about(new Instructions.Column(null, null, null, List.of("geluid", "-"), null));
        var sameMissing = about(new Instructions.Column("ander", null, null, List.of("-", "geluid"), null));
        var encoding = new Instructions("IBM850", null, null, null, null, null);

        assertThat(Instructions.NONE.fingerprint("t", "soort")).isNull();
        assertThat(renamed.fingerprint("t", "soort")).isNull();
        assertThat(missing.fingerprint("t", "soort"))
                .isNotNull()
                .isEqualTo(sameMissing.fingerprint("t", "soort"))
                .isNotEqualTo(encoding.fingerprint("t", "soort"));
        assertThat(missing.fingerprint("t", "anders")).isNull();
        assertThat(encoding.fingerprint("t", "anders")).isNotNull();
    }

    private static Instructions about(Instructions.Column column) {
        return new Instructions(null, null, null, null, null, Map.of("soort", column));
    }

    private static Sample read(String text, Instructions instructions) {
        return read(text.getBytes(StandardCharsets.UTF_8), instructions);
    }

    private static Sample read(byte[] bytes, Instructions instructions) {
        return Sample.of(bytes, "sample.csv", ReadOptions.none().withInstructions(instructions));
    }
}
