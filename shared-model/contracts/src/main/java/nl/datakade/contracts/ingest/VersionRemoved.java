package nl.datakade.contracts.ingest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.Event;
import nl.datakade.contracts.EventType;

/**
 * The tombstone of a version: its bytes and tables are gone from object storage, and what was there.
 *
 * @param rule by which it went, in words that a machine can read: whose rule, how many versions, which period
 * @param objects how many objects there were, raw and tables together
 * @param bytes of these objects
 * @param content what of it was announced before, with its SHA-256 in lower-case hexadecimal
 * @param decidedAt since when it could not be used any more
 * @param proof the same statement as a JSON Web Signature of the platform, compact
 */
@EventType(value = "nl.datakade.ingest.version-removed.v1", topic = "datakade.ingest.delivery")
public record VersionRemoved(
        UUID datasetId,
        String dataset,
        String department,
        UUID deliveryId,
        int version,
        String rule,
        long objects,
        long bytes,
        List<Content> content,
        Instant landedAt,
        Instant decidedAt,
        Instant removedAt,
        String proof)
        implements Event {

    /** One object. */
    public record Content(String key, String sha256) {}

    @Override
    public String key() {
        return datasetId.toString();
    }

    @Override
    public UUID stream() {
        return datasetId;
    }
}
