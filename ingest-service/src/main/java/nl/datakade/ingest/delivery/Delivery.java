package nl.datakade.ingest.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that a department handed over, complete and verified in object storage.
 *
 * @param dataset present name of its dataset
 * @param department slug
 * @param client Keycloak subject of the sender
 * @param sha256 lower-case hexadecimal
 * @param reason why it failed or is held back, as a kebab-case code
 */
public record Delivery(
        UUID id,
        UUID datasetId,
        String dataset,
        String department,
        int version,
        String client,
        String objectKey,
        long size,
        String sha256,
        String mediaType,
        @Nullable String fileName,
        State state,
        @Nullable String reason,
        List<Table> tables,
        Instant receivedAt) {

    /** How far it came: read into tables, and then what quality says of them. */
    public enum State {
        LANDED,
        READING,
        READ,
        RELEASED,
        HELD_BACK,
        FAILED
    }

    /** What was read, in short. */
    public record Table(String name, long rows, long rejectedRows, int columns) {}
}
