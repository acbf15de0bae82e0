package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import nl.datakade.table.row.LineAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line of a text is something: title, heading, unit, comment, blank, note, row or reject. */
class LineAccountTests {

    @Test
    void aTitleOfTwoCellsIsATitle() throws IOException {
        var sample = Faults.read("72-title-of-two-cells.csv");

        assertThat(Faults.table(sample)).isEqualTo(Faults.truth("72-title-of-two-cells.csv"));
        assertThat(lines(sample)).isEqualTo(new LineAccount(6, 1, 1, 0, 0, 1, 0, 0, 3, 0));
    }

    @Test
    void whateverStandsInAFileIsInTheAccount() {
        var sample = Sample.of("""
                sep=;
                Hoogte van bomen;meting 2025
                # voorlopig

                soort;hoogte;omtrek
                ;m;cm
                Eik;12,5;30
                Beuk;9,5;"40"
                ;;
                # na de storm
                "Linde,
                in de Laan";8,5;50
                soort;hoogte;omtrek
                Iep;7,5;60
                Es;6,5;70;te veel;en nog meer
                Den;5,5;80

                Bron: eigen metingen
                * voorlopig""");

        assertThat(lines(sample)).isEqualTo(new LineAccount(19, 2, 1, 1, 2, 2, 1, 2, 7, 1));
        assertThat(sample.reading.rowsIn()).isEqualTo(7);
        assertThat(sample.reading.rejectedRows()).isEqualTo(1);
        assertThat(sample.codes()).contains("EMPTY_ROWS");
    }

    @Test
    void titlesOfSeveralCellsAboveTablesOfAnyWidth() {
        assertThat(header("Zoutgehalte;2025\n\nlocatie;zout\nL1;0,31\nL2;0,29\nL3;0,33\n"))
                .isEqualTo(3);
        assertThat(
                        header(
                                "Zoutgehalte;meetnet;;\n;;;\nlocatie;diepte;zout;n\nL1;2,5;0,31;1\nL2;3,0;0,29;2\nL3;3,0;0,29;2\n"))
                .isEqualTo(3);
        assertThat(header("Bron;Gemeente\nMeetnet;Noord;2025\nlocatie;diepte;zout;n\nL1;2,5;0,31;1\nL2;3,0;0,29;2\n"))
                .isEqualTo(3);
        assertThat(header("Personeel;afdeling Zuid\n\nnaam;functie;plaats\nJan;hoofd;Delft\nPiet;adviseur;Gouda\n"))
                .isEqualTo(3);
    }

    @Test
    void aHeaderWithoutANameForItsLastColumnIsAHeader() {
        assertThat(header("naam;soort;\nJan;hoofd;Delft\nPiet;adviseur;Gouda\nKlaas;hoofd;Delft\n"))
                .isEqualTo(1);
        assertThat(header("naam;hoogte;\nEik;2,5;goed\nBeuk;3,5;slecht\nEs;4,5;goed\n"))
                .isEqualTo(1);
    }

    @Test
    void rowsRejectedByTheirValuesAreRejectedLines() {
        var columns = java.util.Map.of("n", new Instructions.Column(null, "BIGINT", null, null, null));
        var options = ReadOptions.none().withInstructions(new Instructions(null, null, null, null, null, columns));
        var text = "naam;n\n\"a\nb\";een\nc;2\nd;twee\n";

        var sample = Sample.of(text.getBytes(StandardCharsets.UTF_8), "sample.csv", options);

        assertThat(lines(sample)).isEqualTo(new LineAccount(5, 0, 1, 0, 0, 0, 0, 0, 1, 3));
    }

    @Test
    void theAccountOfEveryBrokenTextAddsUpToItsLines(@TempDir Path folder) throws IOException {
        int counted = 0;
        for (var polluted : Pollution.all()) {
            if (polluted.raw().isEmpty()) {
                continue;
            }
            var file = Files.write(folder.resolve("polluted.csv"), polluted.bytes());
            var account = lines(Sample.of(file));

            assertThat(account.complete()).as(polluted.name() + account).isTrue();
            assertThat(account.lines()).as(polluted.name()).isEqualTo(FileLines.count(file));
            counted++;
        }
        assertThat(counted).isGreaterThan(200);
    }

    @Test
    void linesAreCountedWithoutAnyReader(@TempDir Path folder) throws IOException {
        assertThat(count(folder, "a\nb\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(2);
        assertThat(count(folder, "a\r\nb".getBytes(StandardCharsets.UTF_8))).isEqualTo(2);
        assertThat(count(folder, "a\rb\rc\r".getBytes(StandardCharsets.UTF_8))).isEqualTo(3);
        assertThat(count(folder, "\ufeffa\nb\n".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(2);
        assertThat(count(folder, "a\nb".getBytes(StandardCharsets.UTF_16BE))).isEqualTo(2);
        assertThat(count(folder, new byte[0])).isZero();
    }

    @Test
    void anAccountThatLacksALineIsNotComplete() {
        assertThat(new LineAccount(6, 1, 1, 0, 0, 1, 0, 0, 2, 0).complete()).isFalse();
        assertThat(new LineAccount(6, 1, 1, 0, 0, 1, 0, 0, 4, 0).complete()).isFalse();
    }

    private static long count(Path folder, byte[] bytes) throws IOException {
        return FileLines.count(Files.write(folder.resolve("lines"), bytes));
    }

    private static LineAccount lines(Sample sample) {
        return Objects.requireNonNull(sample.table().lines());
    }

    private static Long header(String text) {
        return Objects.requireNonNull(
                Objects.requireNonNull(Sample.of(text).reading.dialect()).headerLine());
    }
}
