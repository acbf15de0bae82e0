package nl.datakade.catalog.version;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState.NoScore;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A version with its score, as far as either is known.
 *
 * @param outcome null while it has landed and is still being read
 * @param verdict null until this reading was scored
 * @param noScore why it has no score; null when it has one, or was not scored yet
 * @param releasedByException whether a steward released it although it breaks rules
 * @param exceptions those rules
 * @param correctedBy the latest version that was sent to correct this one
 * @param endedAt when it was withdrawn, sent back or removed
 * @param endedReason why, in words
 */
public record DatasetVersion(
        int version,
        int reading,
        UUID deliveryId,
        String sha256,
        long size,
        String mediaType,
        VersionState.@Nullable Outcome outcome,
        @Nullable String reason,
        List<VersionState.Table> tables,
        List<VersionState.Finding> findings,
        @Nullable Verdict verdict,
        @Nullable Double score,
        Map<String, Double> dimensions,
        List<String> heldBackFor,
        Instant landedAt,
        @Nullable Instant readAt,
        @Nullable Instant scoredAt,
        @Nullable NoScore noScore,
        boolean releasedByException,
        List<String> exceptions,
        VersionState.@Nullable Correction corrects,
        @Nullable Integer correctedBy,
        @Nullable Instant endedAt,
        @Nullable String endedReason) {

    public long rows() {
        return tables.stream().mapToLong(VersionState.Table::rows).sum();
    }

    public long rejectedRows() {
        return tables.stream().mapToLong(VersionState.Table::rejectedRows).sum();
    }
}
