package nl.datakade.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.source.pull.Kind;
import nl.datakade.source.pull.Origin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionRulesTests {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Schedule DAILY = new Schedule(null, "P1D", null);
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aSourceMayBeLateForAsLongAsASchedulePauses() {
        assertThat(wrong(DAILY, Duration.ofSeconds(1), null)).isEmpty();
        assertThat(wrong(DAILY, Duration.ofDays(1_500), Duration.ofDays(1_500))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1H", "PT0.5S", "PT36000H1S", "P200000000D", "PT2562047788015215H"})
    void aDurationThatTheDatabaseCannotCountWithIsRefused(String duration) {
        var parsed = Duration.parse(duration);

        assertThat(wrong(DAILY, parsed, null)).containsExactly("lateAfter");
        assertThat(wrong(DAILY, HOUR, parsed)).containsExactly("freshWithin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P5Y", "P999999999Y", "P2147483647D", "PT2562047788015215H"})
    void aPeriodThatEndsBeyondTheCalendarIsNoSchedule(String every) {
        assertThat(wrong(new Schedule(null, every, null), HOUR, null)).containsExactly("schedule");
    }

    private static List<String> wrong(Schedule schedule, Duration lateAfter, @Nullable Duration freshWithin) {
        var origin = new Origin(
                Kind.HTTP,
                URI.create("https://example.nl/a.csv"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        var definition = new Definition("bomen", "groen", origin, schedule, lateAfter, freshWithin, null, false);
        return DefinitionRules.errors(definition, Duration.ofMinutes(1), NOON).stream()
                .map(InvalidInput::name)
                .toList();
    }
}
