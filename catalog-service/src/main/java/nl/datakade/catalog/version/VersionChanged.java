package nl.datakade.catalog.version;

import java.util.UUID;

/** Told within this service, in the transaction of the change. */
public record VersionChanged(UUID datasetId) {}
