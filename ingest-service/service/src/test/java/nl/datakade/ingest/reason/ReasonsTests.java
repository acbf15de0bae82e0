package nl.datakade.ingest.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import nl.datakade.contracts.quality.ScoreState.Breach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class ReasonsTests {

    private static final Locale DUTCH = Locale.of("nl");

    private final Reasons reasons = new Reasons(messages());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "JSON; VARCHAR; van geneste waarden naar tekst; from nested values to text",
                "BLOB; VARCHAR; van binair naar tekst; from binary to text",
                "GEOMETRY('EPSG:28992'); VARCHAR; van geometrie naar tekst; from geometry to text",
                "GEOMETRY('EPSG:28992'); GEOMETRY; ander coördinatenstelsel: van EPSG:28992 naar OGC:CRS84;"
                        + " another reference system: from EPSG:28992 to OGC:CRS84",
                "HUGEINT; BIGINT; van HUGEINT naar BIGINT; from HUGEINT to BIGINT"
            })
    void aChangedTypeIsToldInWordsThatDiffer(String before, String now, String dutch, String english) {
        var breaches = new Breaches(List.of(new Breach("type-changed", "t", "k", List.of(before, now))), Map.of());

        assertThat(text(breaches, DUTCH)).endsWith("k (" + dutch + ").");
        assertThat(text(breaches, Locale.ENGLISH)).endsWith("k (" + english + ").");
    }

    @Test
    void whatWasNotToldIsCounted() {
        var told = IntStream.rangeClosed(1, 100)
                .mapToObj(number -> new Breach("column-lost", "t", "k" + number, List.of()))
                .toList();

        assertThat(text(new Breaches(told, Map.of("column-lost", 700)), DUTCH))
                .startsWith("700 kolommen van de vorige versie zijn er niet meer: k1, ")
                .endsWith("k10, en nog 690.");
        assertThat(text(new Breaches(told, Map.of()), DUTCH)).endsWith("en nog 90.");
    }

    private String text(Breaches breaches, Locale locale) {
        var code = breaches.told().getFirst().reason();
        return reasons.of(List.of(code), breaches, 1, locale).getFirst().text();
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
