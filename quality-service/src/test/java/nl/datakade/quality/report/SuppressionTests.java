package nl.datakade.quality.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import nl.datakade.quality.profile.ColumnProfile;
import nl.datakade.quality.profile.ColumnProfile.Bin;
import nl.datakade.quality.profile.ColumnProfile.Measures;
import nl.datakade.quality.profile.ColumnProfile.Numbers;
import nl.datakade.quality.profile.ColumnProfile.ValueCount;
import nl.datakade.quality.profile.ColumnProfile.Withheld;
import nl.datakade.quality.profile.TableProfile;
import nl.datakade.quality.score.Measurement;
import nl.datakade.quality.score.Metric;
import nl.datakade.quality.semantic.Detection;
import nl.datakade.quality.semantic.SemanticType;
import nl.datakade.quality.semantic.ValueKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionTests {

    private final Suppression suppression = new Suppression(10);

    @ParameterizedTest
    @CsvSource({"100,0,100", "100,10,90", "100,9,", "100,1,", "100,91,", "100,100,0", "9,0,", "10,0,10"})
    void countsAreShownWhenNeitherTheyNorTheRestAreOfFewRows(long rows, long nulls, @Nullable Long filled) {
        var shown = shown(column(rows, nulls, rows - nulls, List.of(), List.of()));

        assertThat(shown.filled()).isEqualTo(filled);
        assertThat(shown.nulls() == null).isEqualTo(filled == null);
    }

    @ParameterizedTest
    @CsvSource({"100,100,", "100,90,", "100,1,true", "100,99,true", "100,91,true"})
    void howManyValuesThereAreSaysNotHowFewRowsShareOne(long rows, long distinct, @Nullable Boolean suppressed) {
        assertThat(shown(column(rows, 0, distinct, List.of(), List.of())).distinct() == null)
                .isEqualTo(suppressed != null);
    }

    @Test
    void valuesThatLeaveASmallRestTakeTheRarestAlong() {
        var top = List.of(new ValueCount("a", 60), new ValueCount("b", 35), new ValueCount("c", 5));

        assertThat(shown(column(100, 0, 3, top, List.of())).top()).containsExactly(new ValueCount("a", 60));
    }

    @Test
    void rangesAreJoinedUntilEachHasEnoughRows() {
        var bins = List.of(
                new Bin("1.234", "2.345", 4L),
                new Bin("2.345", "3.456", 7L),
                new Bin("3.456", "4.567", 20L),
                new Bin("4.567", "5.678", 3L));

        assertThat(shown(column(34, 0, 34, List.of(), bins)).histogram())
                .containsExactly(new Bin("1.2", "3.5", 10L), new Bin("3.5", "5.7", 20L));
    }

    @Test
    void rangesAndValuesDoNotAddUpToACountThatIsHidden() {
        var top = List.of(new ValueCount("a", 60), new ValueCount("b", 37));
        var bins = List.of(new Bin("1", "2", 60L), new Bin("2", "3", 37L));

        var shown = shown(column(100, 3, 2, top, bins));

        assertThat(shown.nulls()).isNull();
        assertThat(shown.top()).containsExactly(new ValueCount("a", 60), new ValueCount("b", 40));
        assertThat(shown.histogram()).extracting(Bin::rows).containsExactly(60L, 40L);
    }

    @Test
    void twoVersionsThatDifferByOneRowShowTheSame() {
        var before = shown(column(200, 50, 121, List.of(new ValueCount("a", 150)), List.of(new Bin("1", "2", 150L))));
        var after = shown(column(200, 49, 122, List.of(new ValueCount("a", 151)), List.of(new Bin("1", "2", 151L))));

        assertThat(after.filled()).isEqualTo(before.filled()).isEqualTo(150);
        assertThat(after.nulls()).isEqualTo(before.nulls());
        assertThat(after.distinct()).isEqualTo(before.distinct());
        assertThat(after.top()).isEqualTo(before.top());
        assertThat(after.histogram()).isEqualTo(before.histogram());
    }

    @Test
    void aFewValuesAreCountedWhereEnoughRowsShareEach() {
        var shared = List.of(new ValueCount("a", 60), new ValueCount("b", 40));
        var single = List.of(new ValueCount("a", 99), new ValueCount("b", 1));

        assertThat(shown(column(100, 0, 2, shared, List.of())).distinct()).isEqualTo(2);
        assertThat(shown(column(100, 0, 2, single, List.of())).distinct()).isNull();
        assertThat(shown(column(100, 0, 2, List.of(), List.of())).distinct()).isNull();
    }

    @Test
    void quantilesAreRoundAndHaveEnoughRowsOnEitherSide() {
        var numbers = Objects.requireNonNull(
                shown(column(100, 0, 100, List.of(), List.of())).numbers());

        assertThat(numbers.least()).isNull();
        assertThat(numbers.p05()).as("five rows lie below").isNull();
        assertThat(numbers.p25()).isEqualTo(2500);
        assertThat(numbers.median()).isEqualTo(5000);
    }

    @Test
    void aColumnThatPointsAtSomebodyShowsNoValueWhateverItsTableIsAbout() {
        for (var type : List.of(SemanticType.POSTCODE, SemanticType.BIRTH_DATE, SemanticType.GENDER)) {
            var column = column(
                    1000, 0, 2, List.of(new ValueCount("2511 AB", 500)), List.of(new Bin("1", "2", 1000L)), type);

            var shown = suppression.of(table(column), column);

            assertThat(shown.top()).isEmpty();
            assertThat(shown.histogram()).isEmpty();
            assertThat(shown.numbers()).isNull();
            assertThat(shown.withheld()).isEqualTo(Withheld.EVERY_VALUE);
            assertThat(shown.filled()).isEqualTo(1000);
        }
    }

    @ParameterizedTest
    @CsvSource({"1000,1000,100", "997,1000,", "3,1000,", "985,1000,99", "99990,100000,99", "15,100000,1", "0,1000,0"})
    void scoresOfRowsAreWholePercentagesAndSayNothingOfAFew(double part, double whole, @Nullable Double score) {
        assertThat(suppression.score(new Measurement(Metric.FORMATS, part, whole)))
                .isEqualTo(score);
    }

    @Test
    void scoresOfColumnsStayAsTheyAre() {
        assertThat(suppression.score(new Measurement(Metric.COLUMNS_USED, 2, 3)))
                .isEqualTo(66.7);
    }

    @Test
    void aThresholdThatSuppressesNothingIsRefused() {
        assertThatThrownBy(() -> new Suppression(2)).hasMessageContaining("disclosure-threshold");
    }

    private ShownColumn shown(ColumnProfile column) {
        return suppression.of(table(column), column);
    }

    private static TableProfile table(ColumnProfile column) {
        return new TableProfile("t", column.rows(), 0, List.of(), false, null, List.of(column));
    }

    private static ColumnProfile column(
            long rows, long nulls, long distinct, List<ValueCount> top, List<Bin> bins, SemanticType... meanings) {
        return new ColumnProfile(
                1,
                "kolom",
                "kolom",
                "DOUBLE",
                ValueKind.DECIMAL,
                rows,
                nulls,
                distinct,
                true,
                new Numbers(1.0, 9999.0, 5012, 2876, 101, 503, 2512, 5012, 7487, 9501, 9899),
                null,
                null,
                top,
                bins,
                List.of(meanings).stream()
                        .map(type -> new Detection(type, 0.9, 100, 1, null, false, false))
                        .toList(),
                Withheld.NOTHING,
                new Measures(0, 0, 0, 0, null, 0, 0, null, null, null));
    }
}
