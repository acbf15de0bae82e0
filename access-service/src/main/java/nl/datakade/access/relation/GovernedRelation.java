package nl.datakade.access.relation;

import java.util.UUID;
import nl.datakade.access.turn.Asking;

/**
 * Answers checked statements over datasets as an asker may see them. DuckDB does it on one machine; a cluster would
 * take its place behind this interface.
 */
public interface GovernedRelation {

    /**
     * Runs a statement to its end. Whether it and its tables are allowed was decided before; here nothing but what the
     * datasets say can be reached. An answer is whole: what goes wrong goes wrong before its first row leaves.
     */
    QueryStart query(GovernedQuery query, Asking asking);

    /** Removes what was kept of a version that ended; what is being answered from it is answered to the end. */
    void forget(UUID dataset, int version);
}
