package nl.datakade.ingest.landing;

import java.util.UUID;
import nl.datakade.ingest.delivery.Delivery;

/** What became of the attempt to register an arrival; all but the first leave the database as it was. */
sealed interface Registration {

    /** It is a delivery with a version of its own, and announced. */
    record Registered(Delivery delivery) implements Registration {}

    /** While it was under way the same bytes were accepted. */
    record Known(UUID delivery) implements Registration {}

    /** While it was under way the name came to lead elsewhere. */
    record Elsewhere() implements Registration {}

    /** While it was under way another request used the same Idempotency-Key. */
    record KeyUsed() implements Registration {}
}
