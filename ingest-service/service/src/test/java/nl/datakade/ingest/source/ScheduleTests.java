package nl.datakade.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTests {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void aClockIsThatOfItsZone() {
        assertThat(cron("0 15 6 * * *", null).next(NOON, NOON)).isEqualTo("2026-11-24T05:15:00Z");
        assertThat(cron("0 15 6 * * *", "UTC").next(NOON, NOON)).isEqualTo("2026-11-24T06:15:00Z");
        assertThat(cron("0 15 6 * * *", null).next(NOON, Instant.parse("2026-07-01T00:00:00Z")))
                .isEqualTo("2026-07-01T04:15:00Z");
    }

    @Test
    void aPeriodCountsFromTheMomentThatWasDueNotFromTheRun() {
        var due = Instant.parse("2026-11-23T11:00:00Z");

        assertThat(every("PT1H").next(due, due.plusSeconds(120))).isEqualTo(NOON);
        assertThat(every("PT1H").next(due, due.plus(Duration.ofHours(30)).plusSeconds(1)))
                .isEqualTo("2026-11-24T18:00:00Z");
    }

    @Test
    void aDayIsADayOfTheCalendar() {
        var beforeTheClockChanges = Instant.parse("2026-10-24T10:00:00Z");

        assertThat(every("P1D").next(beforeTheClockChanges, beforeTheClockChanges))
                .isEqualTo("2026-10-25T11:00:00Z");
    }

    @Test
    void aPeriodBeginsAtOnceAClockWhenItSaysSo() {
        assertThat(every("PT1H").first(NOON)).isEqualTo(NOON);
        assertThat(cron("0 0 6 * * *", "UTC").first(NOON)).isEqualTo("2026-11-24T06:00:00Z");
    }

    @Test
    void theShortestPauseIsFoundWhereverItIs() {
        assertThat(cron("0 0,1 6 * * *", "UTC").shortest(NOON)).isEqualTo(Duration.ofMinutes(1));
        assertThat(cron("* * * * * *", "UTC").shortest(NOON)).isEqualTo(Duration.ofSeconds(1));
        assertThat(every("PT15M").shortest(NOON)).isEqualTo(Duration.ofMinutes(15));
    }

    @ParameterizedTest
    @CsvSource({
        "0 0 6 * * *,, UTC, true",
        "@daily,,, true",
        ", PT1H,, true",
        ", P1W, Europe/Amsterdam, true",
        "0 0 6 * * *, PT1H,, false",
        ",,, false",
        "every day,,, false",
        ", soon,, false",
        ", PT0S,, false",
        ", P-1D,, false",
        ", PT1H, Europe/Atlantis, false"
    })
    void oneOfTheTwoIsNeededAndUnderstood(String cron, String every, String zone, boolean understood) {
        assertThat(new Schedule(cron, every, zone).isUnderstood()).isEqualTo(understood);
    }

    private static Schedule cron(String cron, @org.jspecify.annotations.Nullable String zone) {
        return new Schedule(cron, null, zone);
    }

    private static Schedule every(String period) {
        return new Schedule(null, period, null);
    }
}
