package nl.datakade.ingest.source.run;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time that a source was gone to.
 *
 * @param reason kebab-case code: why it failed
 * @param delivery what landed, or the earlier one with the same bytes
 * @param bytes that were read
 */
record Run(
        UUID id,
        Cause cause,
        State state,
        @Nullable String reason,
        @Nullable UUID delivery,
        long bytes,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    enum Cause {
        SCHEDULE,
        RETRY,
        REQUEST
    }

    enum State {
        WAITING,
        RUNNING,
        /** A new version. */
        LANDED,
        /** The same bytes as the latest version. */
        SAME,
        /** The other side said that nothing changed. */
        UNCHANGED,
        FAILED,
        /** Its instance was killed; the source is gone to again. */
        LOST
    }
}
