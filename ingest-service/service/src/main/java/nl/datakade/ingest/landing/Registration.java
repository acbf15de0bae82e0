package nl.datakade.ingest.landing;

import java.util.UUID;

/** What became of the attempt to register an arrival; all but the first leave the database as it was. */
sealed interface Registration {

    /** It is a delivery with a version of its own, and announced. */
    record Registered(int version) implements Registration {}

    /** While it was under way the same bytes were accepted. */
    record Known(UUID delivery) implements Registration {}

    /** While it was under way the name came to lead elsewhere. */
    record Elsewhere() implements Registration {}

    /** While it was under way another request used the same Idempotency-Key. */
    record KeyUsed() implements Registration {}
}
