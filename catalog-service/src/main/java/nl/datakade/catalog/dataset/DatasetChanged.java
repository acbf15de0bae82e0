package nl.datakade.catalog.dataset;

import java.util.UUID;

/** Told within this service, in the transaction of the change. */
public record DatasetChanged(UUID datasetId) {}
