package nl.datakade.access.relation;

import java.util.List;

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
}
