package nl.datakade.ingest.correction;

import nl.datakade.ingest.contract.ReadingContract;
import nl.datakade.ingest.dataset.Dataset;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.ingest.reading.Readings;
import org.jspecify.annotations.Nullable;

/**
 * A version, how it was last read, and what is laid down about its dataset.
 *
 * @param reading null while it waits for its first
 */
record Subject(Dataset dataset, Delivery delivery, ReadingContract contract, Readings.@Nullable Kept reading) {

    /** Changes with every reading and with every change of what is laid down. */
    String tag() {
        return "\"%d-%d\"".formatted(reading == null ? 0 : reading.number(), contract.revision());
    }
}
