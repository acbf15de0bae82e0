package nl.datakade.source.pull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why nothing was got. Its reason is a kebab-case code that the messages put into words. */
public final class PullFailure extends RuntimeException {

    private final String reason;
    private final boolean passing;
    private final transient @Nullable Duration after;

    private PullFailure(String reason, boolean passing, @Nullable Duration after) {
        super(reason);
        this.reason = reason;
        this.passing = passing;
        this.after = after;
    }

    /** It may pass by itself: trying again soon makes sense. */
    public static PullFailure passing(String reason) {
        return new PullFailure(reason, true, null);
    }

    static PullFailure passing(String reason, Duration after) {
        return new PullFailure(reason, true, after);
    }

    /** Somebody has to do something about it. */
    public static PullFailure lasting(String reason) {
        return new PullFailure(reason, false, null);
    }

    public String reason() {
        return reason;
    }

    public boolean isPassing() {
        return passing;
    }

    /** As long as the other side asked us to wait. */
    public @Nullable Duration after() {
        return after;
    }
}
