package nl.datakade.ingest.source;

import java.time.Duration;
import nl.datakade.source.pull.Credentials;
import nl.datakade.source.pull.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What a steward lays down about a source.
 *
 * @param credentials null for those that are there
 * @param withoutCredentials those that are there are to go
 */
record Definition(
        String dataset,
        String department,
        Origin origin,
        Schedule schedule,
        Duration lateAfter,
        @Nullable Duration freshWithin,
        @Nullable Credentials credentials,
        boolean withoutCredentials) {}
