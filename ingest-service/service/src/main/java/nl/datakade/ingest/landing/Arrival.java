package nl.datakade.ingest.landing;

import java.time.Instant;
import java.util.UUID;
import nl.datakade.ingest.delivery.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * A file whose bytes are all there, on its way to becoming a delivery.
 *
 * @param dataset present name of its dataset
 * @param datasetIsNew when nobody had the name as the request came in
 */
public record Arrival(
        UUID deliveryId,
        UUID datasetId,
        String dataset,
        boolean datasetIsNew,
        String pushedTo,
        String department,
        String client,
        Content content,
        String mediaType,
        @Nullable String fileName,
        Delivery.@Nullable Correction corrects) {

    public String objectKey() {
        return objectKey(datasetId, deliveryId);
    }

    static String objectKey(UUID dataset, UUID delivery) {
        return "landing/" + dataset + "/" + delivery + "/content";
    }

    /** As it is once it has a number. */
    Delivery delivery(Instant receivedAt) {
        return Delivery.landed(
                deliveryId,
                datasetId,
                dataset,
                department,
                client,
                objectKey(),
                content.size(),
                content.sha256(),
                mediaType,
                fileName,
                receivedAt,
                corrects);
    }

    /** The same bytes for another dataset, for the name leads there by now. */
    Arrival at(UUID otherId, String otherName, boolean isNew, String itsDepartment) {
        return new Arrival(
                deliveryId,
                otherId,
                otherName,
                isNew,
                pushedTo,
                itsDepartment,
                client,
                content,
                mediaType,
                fileName,
                corrects);
    }
}
