package nl.datakade.catalog.dataset;

import java.util.UUID;

/** Announced within this service, in the transaction of the change. */
public record DatasetChanged(UUID datasetId) {}
