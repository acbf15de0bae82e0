package nl.datakade.quality.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.datakade.quality.profile.ColumnProfile.ValueCount;
import nl.datakade.quality.profile.ColumnProfile.Withheld;
import nl.datakade.quality.semantic.Detection;
import nl.datakade.quality.semantic.SemanticType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilerTests {
    private static final String NOBODY = """
            SELECT i AS id, i % 4 AS soort, CASE WHEN i % 10 = 0 THEN NULL ELSE i * 1.5 END AS lengte,
                   DATE '2024-01-02' + CAST(i AS INTEGER) AS datum,
                   CASE WHEN i % 3 = 0 THEN 'Eik' WHEN i % 3 = 1 THEN 'eik ' ELSE 'n.v.t.' END AS boom, TRUE AS echt
            FROM range(1, 301) t(i)""";

    private static final String PEOPLE = """
            SELECT 'melder' || i || '@voorbeeld.nl' AS email, CAST(1000 + i AS BIGINT) AS bedrag,
                   CASE WHEN i % 30 = 0 THEN 'zeldzaam' || i ELSE 'lamp' END AS soort,
                   CASE WHEN i = 7 THEN 'bel 06-12345678' ELSE 'kapot' END AS opmerking,
                   DATE '2024-01-02' + CAST(i AS INTEGER) AS datum
            FROM range(1, 301) t(i)""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void countsWhatStandsInEachColumn() throws SQLException {
        var table = Parquet.profile(folder, NOBODY);

        assertThat(table.rows()).isEqualTo(300);
        assertThat(table.duplicateRows()).isZero();
        assertThat(table.keys()).containsExactly(List.of("id"), List.of("datum"));
        assertThat(table.aboutPeople()).isFalse();
        var length = column(table, "lengte");
        assertThat(length.nulls()).isEqualTo(30);
        assertThat(length.distinct()).isEqualTo(270);
        assertThat(length.distinctExact()).isTrue();
        var numbers = Objects.requireNonNull(length.numbers());
        assertThat(numbers.least()).isEqualTo(1.5);
        assertThat(numbers.greatest()).isEqualTo(448.5);
        assertThat(numbers.mean()).isEqualTo(225.0);
        assertThat(length.histogram()).hasSize(Distribution.BINS);
        assertThat(column(table, "soort").top()).first().isEqualTo(new ValueCount("0", 75));
        assertThat(Objects.requireNonNull(column(table, "datum").moments()).latest())
                .isEqualTo("2024-10-28");
        assertThat(column(table, "datum").measures().newest()).isEqualTo(LocalDate.of(2024, 10, 28));
    }

    @Test
    void seesPlaceholdersAndSpellings() throws SQLException {
        var tree = column(Parquet.profile(folder, NOBODY), "boom");

        assertThat(tree.measures().placeholders()).isEqualTo(100);
        assertThat(tree.measures().variants()).isEqualTo(100);
        assertThat(Objects.requireNonNull(tree.texts()).patterns())
                .extracting(ColumnProfile.Pattern::mask)
                .containsExactly("Aa+", "a+ ", "a.a.a.");
    }

    @Test
    void showsNoValueOfAPersonalColumnAndNoSingleValueBesideIt() throws SQLException {
        var table = Parquet.profile(folder, PEOPLE);

        assertThat(table.aboutPeople()).isTrue();
        var email = column(table, "email");
        assertThat(email.withheld()).isEqualTo(Withheld.EVERY_VALUE);
        assertThat(email.top()).isEmpty();
        var amount = column(table, "bedrag");
        assertThat(amount.withheld()).isEqualTo(Withheld.SINGLE_VALUES);
        assertThat(Objects.requireNonNull(amount.numbers()).least()).isNull();
        assertThat(amount.numbers().greatest()).isNull();
        assertThat(amount.top()).isEmpty();
        assertThat(column(table, "soort").top()).containsExactly(new ValueCount("lamp", 290));
        assertThat(Objects.requireNonNull(column(table, "datum").moments()).earliest())
                .isNull();
        assertThat(table.toString())
                .doesNotContain("melder7")
                .doesNotContain("12345678")
                .doesNotContain("zeldzaam");
    }

    @Test
    void findsOneTelephoneNumberInRunningText() throws SQLException {
        var remark = column(Parquet.profile(folder, PEOPLE), "opmerking");

        assertThat(remark.meanings())
                .filteredOn(Detection::withinText)
                .singleElement()
                .satisfies(found -> assertThat(found.type()).isEqualTo(SemanticType.PHONE))
                .satisfies(found -> assertThat(found.share()).isEqualTo(1 / 300.0));
    }

    @Test
    void comparesBothCoordinatesOfAPlace() throws SQLException {
        var table = Parquet.profile(folder, """
                SELECT 77728.348 AS x, 454586.465 AS y, 4.2600847 AS long, 52.0741547 AS lat
                UNION ALL SELECT 78440.664, 455293.404, 4.270308574, 52.080613305
                UNION ALL SELECT 78440.664, 455293.404, 4.370308574, 52.080613305""");

        var agreement = Objects.requireNonNull(table.coordinates());
        assertThat(agreement.compared()).isEqualTo(3);
        assertThat(agreement.agreeing()).isEqualTo(2);
    }

    @Test
    void measuresEveryTypeAndNothingAtAll() throws SQLException {
        var odd = Parquet.profile(folder, """
                SELECT NULL::BIGINT AS leeg, 'NaN'::DOUBLE AS getal, [1, 2] AS lijst, {'a': 'k@voorbeeld.nl'} AS genest,
                       TIME '10:00' AS tijd, 'ab'::BLOB AS bytes, TIMESTAMPTZ '2024-01-01 10:00+01' AS moment,
                       170141183460469231731687303715884105727::HUGEINT AS groot, 1.25::DECIMAL(9,2) AS prijs,
                       uuid() AS sleutel, 'it''s "quoted"' AS "raar ""naam"
                """);
        assertThat(odd.columns()).hasSize(11);
        assertThat(column(odd, "getal").distinct()).isZero();
        assertThat(column(odd, "genest").personal()).isTrue();

        var empty = Parquet.profile(folder, "SELECT 1 AS a, 'b' AS b, DATE '2024-01-01' AS c WHERE false");
        assertThat(empty.rows()).isZero();
        assertThat(empty.columns())
                .allSatisfy(column -> assertThat(column.filled()).isZero());
    }

    @Test
    void countsRepeatedRowsAndPairsThatIdentify() throws SQLException {
        var table = Parquet.profile(
                folder, "SELECT i % 10 AS uur, i // 10 AS dag FROM range(100) t(i) UNION ALL SELECT 3, 3");

        assertThat(table.duplicateRows()).isEqualTo(1);
        assertThat(table.keys()).isEmpty();
        assertThat(Parquet.profile(folder, "SELECT i % 10 AS uur, i // 10 AS dag FROM range(100) t(i)")
                        .keys())
                .containsExactly(List.of("uur", "dag"));
    }

    @Test
    void givesTheSameFiguresEachTime() throws SQLException {
        var random = "SELECT hash(i) / 1e6 AS a, 'w' || hash(i) % 9000 AS b FROM range(20000) t(i)";

        assertThat(Parquet.profile(folder, random)).isEqualTo(Parquet.profile(folder, random));
    }

    private static ColumnProfile column(TableProfile table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
