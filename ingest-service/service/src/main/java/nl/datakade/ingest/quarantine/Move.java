package nl.datakade.ingest.quarantine;

import java.util.Set;

/**
 * Whose move it is. What went wrong with us comes first; a file that only its sender can mend is its sender's, and so is
 * one that was sent back.
 */
enum Move {
    /** Deliver a better file. */
    DEPARTMENT,
    /** Release it, correct how it is read, or send it back. */
    STEWARD,
    /** See what went wrong, then have it read again. */
    OPERATOR;

    /** Reasons of which one alone makes it the operator's. */
    static final Set<String> OURS =
            Set.of("not-measured", "reader-failed", "reading-took-too-long", "reading-took-too-much-memory");

    /** Reasons that, when there are no others, make it the department's. */
    static final Set<String> OF_THE_FILE = Set.of(
            "unreadable",
            "no-rows",
            "too-many-rejects",
            "column-emptied",
            "nearly-all-rows-gone",
            "contract-broken",
            "not-tabular",
            "no-table");
}
