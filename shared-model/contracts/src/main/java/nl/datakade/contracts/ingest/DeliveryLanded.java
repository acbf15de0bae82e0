package nl.datakade.contracts.ingest;

import java.time.Instant;
import java.util.UUID;
import nl.datakade.contracts.Event;
import nl.datakade.contracts.EventType;

/**
 * A department's file stands complete and verified in object storage.
 *
 * @param dataset the name it was pushed to, at that moment
 * @param department slug of the department whose delivery this is
 * @param objectKey where the raw bytes are; the file's own name is left out, it may hold personal data
 * @param size bytes
 * @param sha256 lower-case hexadecimal
 * @param client Keycloak subject of the sender
 */
@EventType(value = "nl.datakade.ingest.delivery-landed.v1", topic = "datakade.ingest.delivery")
public record DeliveryLanded(
        UUID datasetId,
        String dataset,
        String department,
        UUID deliveryId,
        int version,
        String objectKey,
        long size,
        String sha256,
        String mediaType,
        String client,
        Instant landedAt)
        implements Event {

    @Override
    public String key() {
        return datasetId.toString();
    }

    @Override
    public UUID stream() {
        return datasetId;
    }
}
