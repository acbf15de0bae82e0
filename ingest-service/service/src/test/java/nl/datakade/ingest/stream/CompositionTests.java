package nl.datakade.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompositionTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private int parts;

    @Test
    void newRowsStandBesideTheOthers() {
        var present = List.of(part(0, 10, 1), part(0, 10, 1));
        var next = Composition.of(present, 5, 1, rows(1_000));
        assertThat(next.kept()).isEqualTo(present);
        assertThat(next.merged()).isEmpty();
        assertThat(next.level()).isZero();
    }

    @Test
    void thereAreNeverManyPartsAndFewRewrites() {
        var shown = new ArrayList<StreamPart>();
        long written = 0;
        int most = 0;
        for (int batch = 0; batch < 5_000; batch++) {
            var next = Composition.of(shown, 10, 1, rows(Long.MAX_VALUE));
            long rows = 10 + next.merged().stream().mapToLong(StreamPart::rows).sum();
            written += rows;
            shown = new ArrayList<>(next.kept());
            shown.add(part(next.level(), rows, 1));
            most = Math.max(most, shown.size());
        }
        assertThat(shown.stream().mapToLong(StreamPart::rows).sum()).isEqualTo(50_000);
        assertThat(most).isLessThan(64);
        assertThat(written).as("every row a few times at most").isLessThan(4 * 50_000);
    }

    @Test
    void partsThatLackAColumnAreWrittenAgain() {
        var present = List.of(part(1, 100, 1), part(0, 10, 2));
        var next = Composition.of(present, 5, 2, rows(1_000));
        assertThat(next.rewritten()).isTrue();
        assertThat(next.kept()).as("each by itself").isEqualTo(present);
        assertThat(next.merged()).isEmpty();
    }

    @Test
    void theOldestGoWhenThereAreTooManyRows() {
        var present = List.of(part(0, 400, 1), part(0, 400, 1), part(0, 400, 1));
        var next = Composition.of(present, 100, 1, rows(900));
        assertThat(next.kept()).isEqualTo(present.subList(1, 3));
    }

    @Test
    void aLargePartStaysUntilThereIsEnoughWithoutIt() {
        var present = List.of(part(2, 1_000, 1));
        assertThat(Composition.of(present, 999, 1, rows(1_000)).kept()).isEqualTo(present);
        assertThat(Composition.of(present, 1_000, 1, rows(1_000)).kept()).isEmpty();
    }

    @Test
    void theWindowIsNeverMuchLargerOrSmallerThanAskedFor() {
        var shown = new ArrayList<StreamPart>();
        for (int batch = 0; batch < 5_000; batch++) {
            var next = Composition.of(shown, 10, 1 + batch / 100, rows(8_000));
            long rows = 10 + next.merged().stream().mapToLong(StreamPart::rows).sum();
            var now = new ArrayList<StreamPart>();
            for (var part : next.kept()) {
                now.add(part(part.level(), part.rows(), 1 + batch / 100));
            }
            now.add(part(next.level(), rows, 1 + batch / 100));
            shown = now;
            long total = shown.stream().mapToLong(StreamPart::rows).sum();
            assertThat(total).isBetween(Math.min(8_000, 10L * (batch + 1)), 9_000L);
            assertThat(shown.size()).isLessThan(120);
        }
    }

    @Test
    void whatHadItsTimeGoes() {
        var present = List.of(part(0, 10, 1));
        var window = new Window(NOW.plusSeconds(1), Instant.MIN, Instant.MIN, 1_000);
        assertThat(Composition.of(present, 1, 1, window).kept()).isEmpty();
    }

    @Test
    void noRowOfAPartStaysPastThePeriodOfARule() {
        var now = NOW.plus(Duration.ofDays(7)).plusSeconds(60);
        var present = List.of(
                part(NOW, NOW.plusSeconds(300)), part(NOW.plusSeconds(60), NOW.plusSeconds(300)), part(now, now));
        assertThat(Window.of(now, Duration.ofDays(31), Period.ofDays(7), 1_000).shown(present, 1))
                .isEqualTo(present.subList(1, 3));
        assertThat(Window.of(now, Duration.ofDays(7), null, 1_000).shown(present, 1))
                .as("what only is not to be shown goes when all of it is old")
                .isEqualTo(present);
        assertThat(Window.of(now, Duration.ofHours(1), Period.ofYears(1), 1_000).shown(present, 1))
                .as("the shorter counts")
                .isEqualTo(present.subList(2, 3));
    }

    @Test
    void whatTheWindowNoLongerShowsMayStillBeKept() {
        var now = NOW.plus(Duration.ofDays(60));
        var present = List.of(part(NOW, NOW), part(now, now));
        assertThat(Window.of(now, Duration.ofDays(31), Period.ofYears(1), 1).permitted(present))
                .isEqualTo(present);
        assertThat(Window.of(now, Duration.ofDays(31), Period.ofDays(59), 1).permitted(present))
                .isEqualTo(present.subList(1, 2));
    }

    @Test
    void howeverSlowTheStreamNotMuchMoreGoesWithAPartThanHadItsTime() {
        var shown = new ArrayList<StreamPart>();
        var now = NOW;
        for (int batch = 0; batch < 2_000; batch++) {
            now = now.plus(Duration.ofHours(1));
            var next = Composition.of(shown, 1, 1, Window.of(now, Duration.ofDays(31), Period.ofDays(7), 1_000_000));
            shown = new ArrayList<>(next.kept());
            shown.add(part(next.level(), next.since(now), now));
            if (batch > 200) {
                assertThat(shown.getFirst().since())
                        .isBetween(now.minus(Duration.ofDays(7)), now.minus(Duration.ofDays(6)));
            }
            assertThat(shown.size()).isLessThan(120);
        }
    }

    private static Window rows(long most) {
        return new Window(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, most);
    }

    private StreamPart part(Instant since, Instant until) {
        return part(0, since, until);
    }

    private StreamPart part(int level, Instant since, Instant until) {
        return new StreamPart("part-" + parts++, level, 1, 1, 1, "", Map.of(), since, until);
    }

    private StreamPart part(int level, long rows, int revision) {
        return new StreamPart("part-" + parts++, level, revision, rows, rows, "", Map.of(), NOW, NOW);
    }
}
