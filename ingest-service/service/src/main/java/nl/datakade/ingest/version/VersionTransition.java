package nl.datakade.ingest.version;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import nl.datakade.ingest.delivery.Delivery.State;

/**
 * What may happen to a version, in which states, and its state afterwards. This stands nowhere else: every statement that
 * changes a state takes both from here. A version that ended is never used again; all that can still happen to it is that
 * its bytes go.
 */
public enum VersionTransition {

    /** A file came in. */
    LAND(State.LANDED),

    /** Observations came in; each was checked as it came, so no reader has to. */
    LAND_READ(State.READ),

    /** A reader begins, or takes over from one that was lost. */
    BEGIN_READING(State.READING, State.LANDED, State.READING),

    /** Its reader finished, with tables or with what is none. */
    READ(State.READ, State.READING),

    /** Nobody can read it. */
    FAIL(State.FAILED, State.READING),

    /** It is read once more, as its steward or an operator asks. */
    READ_AGAIN(State.LANDED, State.READ, State.RELEASED, State.HELD_BACK, State.FAILED),

    /** Quality lets it into use, or a steward did. */
    RELEASE(State.RELEASED, State.READ, State.RELEASED, State.HELD_BACK),

    /** Quality keeps it out of use. */
    HOLD_BACK(State.HELD_BACK, State.READ, State.RELEASED, State.HELD_BACK),

    /** Whoever answers for it takes it back. */
    WITHDRAW(State.WITHDRAWN, State.LANDED, State.READING, State.READ, State.RELEASED, State.HELD_BACK, State.FAILED),

    /** Its steward or owner sends it back; one that is in use is withdrawn instead. */
    REJECT(State.REJECTED, State.HELD_BACK, State.FAILED),

    /** Its bytes go, by a rule about how long they are kept. What waits for a reader, or has one, stays. */
    REMOVE(State.REMOVED, State.READ, State.RELEASED, State.HELD_BACK, State.FAILED, State.WITHDRAWN, State.REJECTED);

    private final State to;

    @SuppressWarnings("ImmutableEnumChecker") // it is unmodifiable
    private final Set<State> from;

    VersionTransition(State to, State... from) {
        this.to = to;
        var states = EnumSet.noneOf(State.class);
        states.addAll(Arrays.asList(from));
        this.from = Collections.unmodifiableSet(states);
    }

    /** The state afterwards. */
    public State to() {
        return to;
    }

    /** Whether it may happen to a version in this state; in none, when it is the one that makes a version. */
    boolean isAllowedIn(State state) {
        return from.contains(state);
    }

    /** The states in which it may happen, as the database has them. */
    String[] from() {
        return from.stream().map(Enum::name).toArray(String[]::new);
    }
}
