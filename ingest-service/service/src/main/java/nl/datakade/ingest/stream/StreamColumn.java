package nl.datakade.ingest.stream;

/**
 * A column of a stream; it keeps its id, name and kind for ever.
 *
 * @param name in SQL
 * @param label what its first sender called it
 */
public record StreamColumn(int id, String name, String label, Kind kind) {

    /** What its values are. */
    public enum Kind {
        NUMBER("DOUBLE"),
        TEXT("VARCHAR"),
        MOMENT("TIMESTAMP WITH TIME ZONE"),
        TRUTH("BOOLEAN");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }
}
