package nl.datakade.quality.assessment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import nl.datakade.quality.rule.Breach;
import nl.datakade.quality.score.Score;
import org.jspecify.annotations.Nullable;

/**
 * The judgement of a version.
 *
 * @param release the decision that let it pass in spite of its breaches, if any
 */
public record Assessment(
        ScoreState state,
        Score score,
        List<Breach> breaches,
        @Nullable Release release) {

    /** A steward's decision, as recorded. */
    public record Release(UUID id, String person, String reason, List<String> rules, Instant decidedAt) {}

    public Verdict verdict() {
        return state.verdict();
    }

    /** The codes of the rules that hold it back, or would. */
    public List<String> blocking() {
        return breaches.stream()
                .filter(breach -> breach.rule().blocking())
                .map(breach -> breach.rule().code())
                .distinct()
                .toList();
    }
}
