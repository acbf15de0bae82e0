package nl.datakade.access.policy;

/** What quality recognised in a column of some version. */
record Recognised(String table, int column, String name, String meaning, boolean personal) {}
