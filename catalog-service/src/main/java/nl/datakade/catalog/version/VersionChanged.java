package nl.datakade.catalog.version;

import java.util.UUID;

/** Announced within this service, in the transaction of the change. */
public record VersionChanged(UUID datasetId) {}
