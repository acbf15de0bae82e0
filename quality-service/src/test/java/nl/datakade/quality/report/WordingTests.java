package nl.datakade.quality.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import nl.datakade.quality.rule.Breach;
import nl.datakade.quality.rule.Court;
import nl.datakade.quality.rule.Rule;
import nl.datakade.quality.score.Dimension;
import nl.datakade.quality.score.Metric;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class WordingTests {
    private final Wording wording;

    WordingTests() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        wording = new Wording(messages);
    }

    @ParameterizedTest
    @CsvSource({
        "nl,'8 van 12.000 rijen zijn afgekeurd; hoogstens 0,5% mag.'",
        "en,'8 of 12,000 rows were rejected; at most 0.5% may be.'"
    })
    void numbersStandAsTheLanguageWritesThem(String language, String title) {
        var breach = new Breach(Rule.TOO_MANY_REJECTS, null, null, List.of("8", "12000", "0.5"));
        assertThat(wording.title(breach, Locale.of(language))).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void everythingHasWordsInBothLanguages(String language) {
        var locale = Locale.of(language);
        for (var rule : Rule.values()) {
            var breach = new Breach(rule, "tellingen", "telpunt", List.of("12", "34", "1.0"));
            assertThat(wording.title(breach, locale)).isNotBlank().doesNotContain("{");
            assertThat(wording.remedy(rule, locale)).isNotBlank();
        }
        for (var court : Court.values()) {
            assertThat(wording.name(court, locale)).isNotBlank();
        }
        for (var dimension : Dimension.values()) {
            assertThat(wording.name(dimension, locale)).isNotBlank();
            assertThat(wording.meaning(dimension, locale)).isNotBlank();
        }
        for (var metric : Metric.values()) {
            assertThat(wording.name(metric, locale)).isNotBlank();
            assertThat(wording.formula(metric, locale)).isNotBlank();
        }
    }
}
