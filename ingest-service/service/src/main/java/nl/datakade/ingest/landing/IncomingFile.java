package nl.datakade.ingest.landing;

import java.io.IOException;

/** A file whose bytes have yet to come. */
sealed interface IncomingFile extends Shipment permits Push, FetchedFile {

    /** Starts reading; once. */
    Body body() throws IOException;
}
