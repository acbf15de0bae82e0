package nl.datakade.ingest.quarantine;

import java.util.List;
import java.util.Set;
import nl.datakade.ingest.delivery.Delivery.State;

/** Whose move it is. */
enum Move {
    /** Deliver a better file. */
    DEPARTMENT,
    /** Release it, correct how it is read, or send it back. */
    STEWARD,
    /** See what went wrong, then have it read again. */
    OPERATOR;

    private static final Set<String> OURS =
            Set.of("not-measured", "reader-failed", "reading-took-too-long", "reading-took-too-much-memory");

    private static final Set<String> OF_THE_FILE = Set.of(
            "unreadable",
            "no-rows",
            "too-many-rejects",
            "column-emptied",
            "nearly-all-rows-gone",
            "contract-broken",
            "not-tabular");

    /** What went wrong with us comes first; a file that only its sender can mend is its sender's. */
    static Move of(State state, List<String> reasons) {
        if (reasons.stream().anyMatch(OURS::contains)) {
            return OPERATOR;
        }
        return state == State.FAILED || OF_THE_FILE.containsAll(reasons) ? DEPARTMENT : STEWARD;
    }
}
