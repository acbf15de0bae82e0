package nl.datakade.catalog.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import nl.datakade.contracts.ingest.VersionState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class FindingWordsTests {

    private static final Locale DUTCH = Locale.of("nl");

    private final FindingWords words = new FindingWords(messages(), 10);

    @Test
    void aFewValuesAreNotCountedForWhoNeedNotCorrectTheFile() {
        var few = finding(
                "not-all-values-fit", "3 of 1004 values are neither number nor date", "3 van 1.004 waarden zijn getal");

        assertThat(words.of(few, false, Locale.ENGLISH))
                .isEqualTo("fewer than 10 of 1000 values are neither number nor date");
        assertThat(words.of(few, false, DUTCH)).isEqualTo("minder dan 10 van 1000 waarden zijn getal");
        assertThat(words.of(few, true, Locale.ENGLISH)).startsWith("3 of 1004");
        assertThat(words.of(few, true, DUTCH)).startsWith("3 van 1.004");
    }

    @Test
    void marksAreNamedWithoutHowFewThereAre() {
        var marks = finding("missing-value-marks", "read as missing: onbekend (2), 9999 (1234), - (12)", null);

        assertThat(words.of(marks, false, DUTCH))
                .isEqualTo("read as missing: onbekend (minder dan 10), 9999 (1230), - (10)");
    }

    @Test
    void typesPlacesAndWhatIsNoCountStayAsTheyAre() {
        assertThat(words.of(
                        finding("values-rejected", "25 of 99 values are no DECIMAL(9,2), which it was", null),
                        false,
                        Locale.ENGLISH))
                .isEqualTo("30 of 100 values are no DECIMAL(9,2), which it was");
        assertThat(words.of(
                        finding("outside-netherlands", "4 coordinates lie outside the Netherlands in EPSG:28992", null),
                        false,
                        Locale.ENGLISH))
                .isEqualTo("fewer than 10 coordinates lie outside the Netherlands in EPSG:28992");
        assertThat(words.of(finding("preamble", "2 lines above the table", null), false, Locale.ENGLISH))
                .isEqualTo("2 lines above the table");
    }

    private static VersionState.Finding finding(String code, String english, @Nullable String dutch) {
        return new VersionState.Finding(code, VersionState.Severity.INFO, "t", "kolom", null, english, dutch);
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
