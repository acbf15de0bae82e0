package nl.datakade.ingest.reading;

import java.util.List;
import java.util.UUID;
import nl.datakade.table.Reading;

/**
 * What a reading consists of, beside its Parquet files: enough to register them elsewhere without reading them.
 *
 * @param sha256 of the raw bytes
 */
record Manifest(UUID datasetId, int version, int reading, UUID deliveryId, String sha256, List<Reading.Table> tables) {

    static final String FILE = "manifest.json";

    static Manifest of(Job job, Reading reading) {
        var delivery = job.delivery();
        return new Manifest(
                delivery.datasetId(),
                delivery.version(),
                job.reading(),
                delivery.id(),
                delivery.sha256(),
                reading.tables());
    }
}
