package nl.datakade.contracts.ingest;

import java.time.Instant;
import java.util.UUID;
import nl.datakade.contracts.Event;
import nl.datakade.contracts.EventType;

/**
 * A delivery that landed could not become a version to work with.
 *
 * @param reason a stable kebab-case code, such as {@code not-what-it-claims}
 * @param client Keycloak subject of the sender
 */
@EventType(value = "nl.datakade.ingest.delivery-failed.v1", topic = "datakade.ingest.delivery")
public record DeliveryFailed(
        UUID datasetId,
        String dataset,
        String department,
        UUID deliveryId,
        int version,
        String reason,
        String client,
        Instant failedAt)
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
