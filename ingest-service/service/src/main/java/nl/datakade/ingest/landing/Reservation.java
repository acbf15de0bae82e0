package nl.datakade.ingest.landing;

import java.util.UUID;

/**
 * What a file will be that has yet to come.
 *
 * @param dataset present name of the dataset
 * @param datasetIsNew when nobody has the name
 * @param department whose delivery it will be
 */
public record Reservation(UUID deliveryId, UUID datasetId, String dataset, boolean datasetIsNew, String department) {

    public String objectKey() {
        return Arrival.objectKey(datasetId, deliveryId);
    }
}
