package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.datakade.table.SchemaDrift.Kind;
import org.junit.jupiter.api.Test;

class SchemaDriftTests {

    private static final String BEFORE = "id;straat;aantal;soort\n"
            + rows(60, i -> i + ";Straat " + i + ";" + i * 7 % 50 + ";" + (i % 2 == 0 ? "fiets" : "auto"));

    @Test
    void tellsWhatCameAndWhatWent() {
        assertThat(changes("id;aantal;soort;extra\n"
                        + rows(60, i -> i + ";" + i * 7 % 50 + ";" + (i % 2 == 0 ? "fiets" : "auto") + ";x" + i)))
                .containsExactly(Kind.COLUMN_REMOVED, Kind.COLUMN_ADDED);
    }

    @Test
    void aColumnWithTheSameValuesUnderAnotherNameKeepsItsId() {
        var now = next("id;ligging;aantal;soort\n"
                + rows(64, i -> i + ";Straat " + i + ";" + i * 3 % 50 + ";" + (i % 2 == 0 ? "fiets" : "auto")));

        assertThat(SchemaDrift.between(first(), now)).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.COLUMN_RENAMED);
            assertThat(change.column()).isEqualTo("ligging");
            assertThat(change.arguments()).containsExactly("straat");
            assertThat(change.breaking()).isFalse();
        });
        assertThat(id(now, "ligging")).isEqualTo(id(first(), "straat"));
    }

    @Test
    void aColumnInThePlaceOfAnotherWithOtherValuesIsNoRename() {
        var now = next("id;opmerking;aantal;soort\n"
                + rows(
                        60,
                        i -> i + ";losse tegel " + i * 31 + ";" + i * 7 % 50 + ";" + (i % 2 == 0 ? "fiets" : "auto")));

        assertThat(SchemaDrift.between(first(), now))
                .extracting(SchemaDrift.Change::kind)
                .containsExactly(Kind.COLUMN_REMOVED, Kind.COLUMN_ADDED);
        assertThat(now.tables().getFirst().columns())
                .extracting(Reading.Column::id)
                .doesNotContain(id(first(), "straat"));
    }

    @Test
    void ofTwoThatAreEquallyAlikeNoneIsTheRenamedOne() {
        var now = next("id;aantal;soort;adres_a;adres_b\n"
                + rows(
                        60,
                        i -> i + ";" + i * 7 % 50 + ";" + (i % 2 == 0 ? "fiets" : "auto") + ";Straat " + i + ";Straat "
                                + i));

        assertThat(SchemaDrift.between(first(), now))
                .extracting(SchemaDrift.Change::kind)
                .containsExactly(Kind.COLUMN_REMOVED, Kind.COLUMN_ADDED, Kind.COLUMN_ADDED);
    }

    @Test
    void aNumberThatBecomesAWordBreaksAndAFractionDoesNot() {
        assertThat(changes("id;straat;aantal;soort\n"
                        + rows(60, i -> i + ";Straat " + i + ";veel;" + (i % 2 == 0 ? "fiets" : "auto"))))
                .contains(Kind.TYPE_CHANGED);
        assertThat(changes("id;straat;aantal;soort\n"
                        + rows(60, i -> i + ";Straat " + i + ";" + i + ",5;" + (i % 2 == 0 ? "fiets" : "auto"))))
                .containsExactly(Kind.TYPE_WIDENED);
    }

    @Test
    void otherCategoriesAndAnEmptiedColumnAreTold() {
        assertThat(changes("id;straat;aantal;soort\n"
                        + rows(60, i -> i + ";Straat " + i + ";" + i * 7 % 50 + ";K" + i % 3)))
                .containsExactly(Kind.DOMAIN_SHIFTED);
        assertThat(changes("id;straat;aantal;soort\n" + rows(60, i -> i + ";Straat " + i + ";" + i * 7 % 50 + ";")))
                .containsExactly(Kind.COLUMN_EMPTIED);
    }

    @Test
    void aTenthOfTheRowsBreaksAndTheDoubleDoesNot() {
        assertThat(SchemaDrift.between(first(), next(BEFORE.lines().limit(4).collect(Collectors.joining("\n")))))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(Kind.VOLUME_SHIFTED);
                    assertThat(change.breaking()).isTrue();
                });
    }

    private static List<Kind> changes(String text) {
        return SchemaDrift.between(first(), next(text)).stream()
                .map(SchemaDrift.Change::kind)
                .toList();
    }

    private static Reading first() {
        return Sample.of(BEFORE).reading;
    }

    private static Reading next(String text) {
        return Sample.of(
                        text.getBytes(StandardCharsets.UTF_8),
                        "sample.csv",
                        ReadOptions.none().withKnown(Map.of("sample", Earlier.known(first()))))
                .reading;
    }

    private static int id(Reading reading, String column) {
        return reading.tables().getFirst().columns().stream()
                .filter(candidate -> candidate.name().equals(column))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String rows(int count, IntFunction<String> row) {
        return IntStream.rangeClosed(1, count).mapToObj(row).collect(Collectors.joining("\n")) + "\n";
    }
}
