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
 * @param breaches what is behind the reasons, in their order; the first {@link #MOST_BREACHES} of each reason
 * @param breachCounts how many breaches there are per reason, those that are not among {@code breaches} included; empty in
 *     older announcements
 * @param noScore why there is no score; null when there is one, and in older announcements
 * @param exceptions the rules that it breaks and was released in spite of, as the codes in {@code reasons}; empty when the
 *     rules released it or hold it back
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
        Instant scoredAt,
        List<Breach> breaches,
        Map<String, Integer> breachCounts,
        @Nullable NoScore noScore,
        List<String> exceptions)
        implements State {

    /** Of one reason: a file without the columns of the version before can break a rule thousands of times. */
    public static final int MOST_BREACHES = 100;

    public ScoreState {
        breaches = breaches == null ? List.of() : List.copyOf(breaches); // older announcements have none
        breachCounts = breachCounts == null ? Map.of() : Map.copyOf(breachCounts);
        exceptions = exceptions == null ? List.of() : List.copyOf(exceptions);
    }

    /** A version that has a score, or of which nothing is known yet, released or held back by the rules. */
    public ScoreState(
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
            Instant scoredAt,
            List<Breach> breaches,
            Map<String, Integer> breachCounts) {
        this(
                datasetId,
                version,
                reading,
                revision,
                score,
                dimensions,
                verdict,
                reasons,
                columns,
                releasedBy,
                scoredAt,
                breaches,
                breachCounts,
                null,
                List.of());
    }

    /** Without what is behind the reasons. */
    public ScoreState(
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
            Instant scoredAt) {
        this(
                datasetId,
                version,
                reading,
                revision,
                score,
                dimensions,
                verdict,
                reasons,
                columns,
                releasedBy,
                scoredAt,
                List.of(),
                Map.of());
    }

    public enum Verdict {
        RELEASED,
        HELD_BACK
    }

    /** Why a version has no score. */
    public enum NoScore {
        /** The file holds no table: a picture, a PDF. */
        NO_TABLE,
        /** The file should have held a table, and could not be read. */
        UNREADABLE,
        /** There are tables, and they could not be measured. */
        NOT_MEASURED,
        /** It was withdrawn, sent back or removed. */
        ENDED
    }

    /** Whether a steward released it although it breaks rules. */
    public boolean releasedByException() {
        return verdict == Verdict.RELEASED && releasedBy != null;
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

    /**
     * Where a rule is broken. Names and counts, never a value from the file.
     *
     * @param reason one of {@link #reasons()}
     * @param table by its name in SQL; null when it is about the whole version
     * @param column by its name in SQL; null when it is about the whole table
     * @param arguments what the reason adds: {@code column-lost} nothing; {@code type-changed} the types before and
     *     now; {@code too-many-rejects} the rows rejected, the rows in, and the percentage that may be;
     *     {@code nearly-all-rows-gone} the rows now and before; {@code no-rows} the rows in; personal data its semantic type
     */
    public record Breach(
            String reason, @Nullable String table, @Nullable String column, List<String> arguments) {}

    @Override
    public String key() {
        return datasetId + "/" + version;
    }

    @Override
    public UUID stream() {
        return datasetId;
    }
}
