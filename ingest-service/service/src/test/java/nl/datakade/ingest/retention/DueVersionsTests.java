package nl.datakade.ingest.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import nl.datakade.ingest.delivery.Delivery.State;
import nl.datakade.ingest.retention.DueVersions.Kept;
import org.junit.jupiter.api.Test;

class DueVersionsTests {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void soManyReleasedVersionsAreKept() {
        var versions = List.of(
                kept(1, State.RELEASED, 5),
                kept(2, State.HELD_BACK, 4),
                kept(3, State.RELEASED, 3),
                kept(4, State.RELEASED, 2),
                kept(5, State.HELD_BACK, 1));

        assertThat(due(versions, new Rule(1, null, false))).containsExactly(1, 2, 3);
        assertThat(due(versions, new Rule(2, null, false))).containsExactly(1, 2);
        assertThat(due(versions, new Rule(3, null, false))).isEmpty();
    }

    @Test
    void aPeriodLeavesTheCurrentVersionUnlessItSaysOtherwise() {
        var versions = List.of(kept(1, State.RELEASED, 90), kept(2, State.RELEASED, 60), kept(3, State.FAILED, 1));

        assertThat(due(versions, new Rule(null, Period.ofDays(30), false))).containsExactly(1);
        assertThat(due(versions, new Rule(null, Period.ofDays(30), true))).containsExactly(1, 2);
        assertThat(due(versions, new Rule(null, Period.ofDays(75), false))).containsExactly(1);
        assertThat(due(versions, new Rule(null, Period.ofMonths(4), true))).isEmpty();
    }

    @Test
    void whicheverBoundIsPassedFirstCounts() {
        var versions = List.of(kept(1, State.RELEASED, 90), kept(2, State.RELEASED, 20), kept(3, State.RELEASED, 10));

        assertThat(due(versions, new Rule(2, Period.ofDays(365), false))).containsExactly(1);
        assertThat(due(versions, new Rule(9, Period.ofDays(15), false))).containsExactly(1, 2);
    }

    @Test
    void aVersionWithoutTablesTakesThePlaceOfNone() {
        var letter = new Kept(3, State.RELEASED, false, NOW.minus(Duration.ofDays(1)), null);
        var versions = List.of(kept(1, State.RELEASED, 90), kept(2, State.RELEASED, 60), letter);

        assertThat(due(versions, new Rule(1, null, false))).containsExactly(1);
        assertThat(due(versions, new Rule(null, Period.ofDays(30), false))).containsExactly(1);
    }

    @Test
    void asLongAsNothingIsReleasedTheLatestStays() {
        var versions = List.of(kept(1, State.HELD_BACK, 90), kept(2, State.FAILED, 80), ended(3, State.WITHDRAWN, 70));

        assertThat(due(versions, new Rule(null, Period.ofDays(30), false))).containsExactly(1, 3);
    }

    @Test
    void whatIsBeingReadOrEndedJustNowIsLeftAlone() {
        var versions = List.of(
                kept(1, State.READING, 90),
                kept(2, State.LANDED, 90),
                new Kept(3, State.WITHDRAWN, true, NOW.minus(Duration.ofDays(90)), NOW.minusSeconds(60)),
                ended(4, State.REJECTED, 90),
                kept(5, State.RELEASED, 90));

        assertThat(due(versions, new Rule(1, Period.ofDays(1), false))).containsExactly(4);
    }

    @Test
    void aRuleSaysItsBoundsInItsTombstones() {
        assertThat(new RuleInForce(RuleInForce.Source.CITY, new Rule(12, Period.ofYears(5), true)))
                .hasToString("city: versions=12, period=P5Y, current too");
    }

    private static List<Integer> due(List<Kept> versions, Rule rule) {
        return DueVersions.of(versions, rule, NOW, Duration.ofHours(1));
    }

    private static Kept kept(int version, State state, int days) {
        return new Kept(version, state, true, NOW.minus(Duration.ofDays(days)), null);
    }

    private static Kept ended(int version, State state, int days) {
        return new Kept(version, state, true, NOW.minus(Duration.ofDays(days)), NOW.minus(Duration.ofDays(days - 1L)));
    }
}
