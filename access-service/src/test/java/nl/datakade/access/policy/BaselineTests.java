package nl.datakade.access.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.datakade.contracts.ingest.VersionState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTests {

    private static final VersionState.Column COLUMN = new VersionState.Column(1, "kolom", "Kolom", "VARCHAR", null);

    @ParameterizedTest
    @CsvSource({
        // recognised as, itself personal, in a dataset with personal data, scored: the most that one person may show
        ", false, false, true, Show",
        ", false, false, false, Hide",
        ", false, true, true, Hide",
        "person-name, true, false, true, Redact",
        "person-name, true, true, true, Redact",
        "bsn, true, true, true, Pseudonym",
        "health, true, true, true, Hide",
        "postcode, false, false, true, Show",
        "postcode, false, true, true, Postcode4",
        "date, false, true, true, Show"
    })
    void showsByOnePersonNoMoreThanIsSafe(
            @Nullable String meaning, boolean itself, boolean personal, boolean scored, String expected) {
        var recognised =
                meaning == null ? List.<Recognised>of() : List.of(new Recognised("t", 1, "kolom", meaning, itself));
        var limit = new Baseline(recognised, List.of(), personal, scored).of("t", COLUMN);
        assertThat(limit.getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void takesTheStrictestOfAllThatAColumnWasEverTakenFor() {
        var recognised = List.of(
                new Recognised("t", 1, "kolom", "phone", true), new Recognised("t", 1, "kolom", "person-name", true));
        assertThat(new Baseline(recognised, List.of(), true, true).of("t", COLUMN))
                .isEqualTo(new Treatment.Redact());
    }

    @Test
    void knowsAColumnThatCameBackByItsName() {
        var recognised = List.of(new Recognised("t", 7, "kolom", "person-name", true));
        assertThat(new Baseline(recognised, List.of(), false, true).of("t", COLUMN))
                .isEqualTo(new Treatment.Redact());
    }

    @Test
    void countsAClearanceForItsTableColumnAndMeaningOnly() {
        var recognised = List.of(new Recognised("t", 1, "kolom", "person-name", true));
        var show = new Treatment.Show();
        assertThat(cleared(recognised, "t", 1, "person-name")).isEqualTo(show);
        assertThat(cleared(recognised, "t", 1, "email")).isNotEqualTo(show);
        assertThat(cleared(recognised, "t", 2, "person-name")).isNotEqualTo(show);
        assertThat(cleared(recognised, "u", 1, "person-name")).isNotEqualTo(show);
    }

    @Test
    void showsCitizenServiceNumbersToNobodyWhoeverDecided() {
        var baseline = new Baseline(List.of(new Recognised("t", 1, "kolom", "bsn", true)), List.of(), true, true);
        for (var treatment : List.of(new Treatment.Show(), new Treatment.Partial(8), new Treatment.Postcode4())) {
            assertThat(baseline.allows(treatment, "t", COLUMN))
                    .as("%s", treatment)
                    .isFalse();
            assertThat(Strictness.showsNoMore(baseline.limit(treatment, true, "t", COLUMN), new Treatment.Pseudonym()))
                    .as("%s", treatment)
                    .isTrue();
        }
        assertThat(baseline.allows(new Treatment.Pseudonym(), "t", COLUMN)).isTrue();
    }

    private static Treatment cleared(List<Recognised> recognised, String table, int column, String meaning) {
        var clearance = new Clearance(table, column, meaning, "verzonnen");
        return new Baseline(recognised, List.of(clearance), false, true).of("t", COLUMN);
    }
}
