package nl.datakade.quality.assessment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.quality.rule.Breach;
import nl.datakade.quality.rule.Rule;

/** What is announced of the breaches that hold a version back: the first of each rule, and how many there are. */
final class ToldBreaches {

    private ToldBreaches() {}

    static List<ScoreState.Breach> of(List<Breach> breaches) {
        var perRule = new EnumMap<Rule, Integer>(Rule.class);
        Predicate<Breach> among = breach -> perRule.merge(breach.rule(), 1, Integer::sum) <= ScoreState.MOST_BREACHES;
        return breaches.stream()
                .filter(breach -> breach.rule().blocking())
                .filter(among)
                .map(breach -> new ScoreState.Breach(
                        breach.rule().code(), breach.table(), breach.column(), breach.arguments()))
                .toList();
    }

    static Map<String, Integer> counts(List<Breach> breaches) {
        return breaches.stream()
                .filter(breach -> breach.rule().blocking())
                .collect(Collectors.toMap(breach -> breach.rule().code(), _ -> 1, Integer::sum));
    }
}
