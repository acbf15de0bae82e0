package nl.datakade.ingest.tombstone;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.ingest.VersionRemoved.Content;
import org.jspecify.annotations.Nullable;

/**
 * What was there, and by which rule it went.
 *
 * @param before how the version had ended before, in short; null when it could still be used
 * @param objects counted before the first was removed; null until then
 * @param removedAt null while objects may be left
 * @param proof JSON Web Signature, compact
 */
public record Tombstone(
        UUID deliveryId,
        UUID datasetId,
        int version,
        String rule,
        @Nullable String before,
        List<Content> content,
        Instant decidedAt,
        @Nullable Long objects,
        @Nullable Long bytes,
        @Nullable Instant removedAt,
        @Nullable String proof) {}
