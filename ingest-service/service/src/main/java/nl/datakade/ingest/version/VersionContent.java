package nl.datakade.ingest.version;

import java.time.Instant;
import java.util.List;
import nl.datakade.contracts.ingest.VersionState;
import org.jspecify.annotations.Nullable;

/**
 * What a reading brought, as other services are to know it.
 *
 * @param reading its number
 * @param reason why there are no tables, as a kebab-case code
 * @param manifest object key; null without tables
 */
public record VersionContent(
        int reading,
        VersionState.Outcome outcome,
        @Nullable String reason,
        List<VersionState.Table> tables,
        List<VersionState.Finding> findings,
        @Nullable String manifest,
        Instant readAt) {}
