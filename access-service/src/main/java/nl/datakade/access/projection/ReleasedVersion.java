package nl.datakade.access.projection;

import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState;

/** A version with tables that quality released, and what it recognised in its columns. */
public record ReleasedVersion(VersionState version, ScoreState score) {}
