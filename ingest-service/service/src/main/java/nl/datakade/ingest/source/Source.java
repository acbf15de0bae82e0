package nl.datakade.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.datakade.source.pull.Credentials;
import nl.datakade.source.pull.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A place where ingest goes to get a dataset's data.
 *
 * @param dataset name
 * @param department slug
 * @param lateAfter how late a run may be
 * @param freshWithin how long there may be nothing new; null when that does not matter
 * @param sealed credentials, encrypted
 * @param nextRunAt when it is gone to next, or tried again
 * @param servedAt when it was last gone to with success
 * @param landedAt when it last had something new
 * @param laidDownBy Keycloak subject of who said so last, in whose name files land
 */
public record Source(
        UUID id,
        String name,
        String dataset,
        String department,
        Origin origin,
        Schedule schedule,
        Duration lateAfter,
        @Nullable Duration freshWithin,
        State state,
        boolean running,
        long revision,
        @Nullable String sealed,
        Credentials.@Nullable Type credentialsType,
        @Nullable Instant credentialsSince,
        Instant nextRunAt,
        @Nullable Instant servedAt,
        @Nullable Instant landedAt,
        String laidDownBy,
        Instant createdAt,
        Instant changedAt) {

    /** Whether it does what it should. */
    public enum State {
        ACTIVE,
        /** A scheduled run did not succeed in time, or there was nothing new for too long. */
        LATE,
        PAUSED
    }
}
