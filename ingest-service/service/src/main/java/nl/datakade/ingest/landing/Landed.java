package nl.datakade.ingest.landing;

import java.util.UUID;

/**
 * A new delivery stands in the database; said inside the service, after the commit, to whoever reads it.
 */
public record Landed(UUID delivery) {}
