package nl.datakade.access.projection;

import java.util.UUID;

/** Announced within this service: a version holds no more, so that whoever has a copy of it removes that. */
public record VersionEnded(UUID datasetId, int version) {}
