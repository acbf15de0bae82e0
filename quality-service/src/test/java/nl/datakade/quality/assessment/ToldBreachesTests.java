package nl.datakade.quality.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.quality.rule.Breach;
import nl.datakade.quality.rule.Rule;
import org.junit.jupiter.api.Test;

class ToldBreachesTests {

    @Test
    void aGreatManyOfOneRuleLeaveRoomForAnotherAndAreCounted() {
        var lost =
                IntStream.range(0, 700).mapToObj(number -> new Breach(Rule.COLUMN_LOST, "t", "k" + number, List.of()));
        var emptied = new Breach(Rule.COLUMN_EMPTIED, "t", "leeg", List.of());
        var added = new Breach(Rule.COLUMN_ADDED, "t", "nieuw", List.of());
        var breaches = Stream.concat(lost, Stream.of(emptied, added)).toList();

        assertThat(ToldBreaches.of(breaches))
                .hasSize(ScoreState.MOST_BREACHES + 1)
                .contains(new ScoreState.Breach("column-emptied", "t", "leeg", List.of()));
        assertThat(ToldBreaches.counts(breaches))
                .containsOnly(Map.entry("column-lost", 700), Map.entry("column-emptied", 1));
    }
}
