package nl.datakade.ingest.landing;

/** A file that is to land, whichever way it came: see {@link Landing#land}. */
public sealed interface Shipment extends Address permits IncomingFile, StoredFile {}
