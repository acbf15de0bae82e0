package nl.datakade.ingest.reason;

import java.util.List;
import java.util.Map;
import nl.datakade.contracts.quality.ScoreState.Breach;

/**
 * What is behind the reasons of a version.
 *
 * @param told as quality told them: the first of each reason
 * @param counts how many there are per reason; empty when quality did not tell
 */
public record Breaches(List<Breach> told, Map<String, Integer> counts) {

    public static final Breaches NONE = new Breaches(List.of(), Map.of());

    List<Breach> of(String reason) {
        return told.stream().filter(breach -> breach.reason().equals(reason)).toList();
    }

    /** How many there are beyond those that were told. */
    int untold(String reason) {
        var told = of(reason).size();
        return Math.max(0, counts.getOrDefault(reason, told) - told);
    }
}
