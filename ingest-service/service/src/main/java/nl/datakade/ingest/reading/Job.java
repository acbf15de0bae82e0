package nl.datakade.ingest.reading;

import java.util.UUID;
import nl.datakade.ingest.delivery.Delivery;

/**
 * A delivery taken up for reading.
 *
 * @param attempt which reader this is for it; a reader that was taken for lost has a lower one and may not finish
 * @param tries how many readers there were for this reading, this one included
 * @param reading the number that the result will have
 */
record Job(Delivery delivery, int attempt, int tries, int reading) {

    UUID id() {
        return delivery.id();
    }

    /** Where the objects of this reading are. */
    String folder() {
        return folder(delivery, reading);
    }

    static String folder(Delivery delivery, int reading) {
        return "tables/%s/%d/%d/".formatted(delivery.datasetId(), delivery.version(), reading);
    }
}
