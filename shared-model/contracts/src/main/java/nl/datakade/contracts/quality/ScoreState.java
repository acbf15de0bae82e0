package nl.datakade.contracts.quality;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.datakade.contracts.EventType;
import nl.datakade.contracts.State;
import org.jspecify.annotations.Nullable;

/**
 * How good a version is, and whether it may be used.
 *
 * @param reading the reading of the version that was scored
 * @param score 0 to 100; null when nothing could be measured
 * @param dimensions score per dimension that was measured, by kebab-case code
 * @param reasons why it was held back, as stable kebab-case codes; empty when released by the rules
 * @param columns the columns in which something was recognised
 * @param releasedBy Keycloak subject of the steward who released it in spite of the rules
 */
@EventType(value = "nl.datakade.quality.score-changed.v1", topic = "datakade.quality.score")
public record ScoreState(
        UUID datasetId,
        int version,
        int reading,
        long revision,
        @Nullable Double score,
        Map<String, Double> dimensions,
        Verdict verdict,
        List<String> reasons,
        List<Column> columns,
        @Nullable String releasedBy,
        Instant scoredAt)
        implements State {

    public enum Verdict {
        RELEASED,
        HELD_BACK
    }

    /**
     * What a column was recognised as.
     *
     * @param columnId as in the version's tables
     * @param semanticType kebab-case code, such as {@code bsn} or {@code email}
     * @param personal whether such values say something about a person
     * @param share part of the filled values that fit, 0 to 1
     */
    public record Column(
            String table, int columnId, String name, String semanticType, boolean personal, double share) {}

    @Override
    public String key() {
        return datasetId + "/" + version;
    }

    @Override
    public UUID stream() {
        return datasetId;
    }
}
