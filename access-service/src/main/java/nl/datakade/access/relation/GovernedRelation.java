package nl.datakade.access.relation;

import java.util.List;
import java.util.UUID;

/**
 * Answers checked statements over datasets as an asker may see them. DuckDB does it on one machine; a cluster would
 * take its place behind this interface.
 */
public interface GovernedRelation {

    /**
     * Starts a statement. Whether it and its tables are allowed was decided before; here nothing but what the
     * datasets say can be reached.
     */
    QueryStart query(String sql, List<GovernedDataset> datasets, int rowLimit);

    /** Removes what was kept of a version that ended; what is being answered from it is answered to the end. */
    void forget(UUID dataset, int version);
}
