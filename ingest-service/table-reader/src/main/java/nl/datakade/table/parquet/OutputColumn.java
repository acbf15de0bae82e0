package nl.datakade.table.parquet;

import nl.datakade.table.type.ColumnType;

/**
 * One column of a Parquet file.
 *
 * @param id the field id, which survives renames
 * @param sql its type in SQL
 */
public record OutputColumn(int id, String name, String sql) {

    /** A geometry in another reference system than GeoJSON's own. */
    private static final String GEOMETRY = "GEOMETRY('";

    public Physical physical() {
        return switch (sql) {
            case "BIGINT", "DATE", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE", "TIME" -> Physical.LONG;
            case "DOUBLE" -> Physical.DOUBLE;
            case "BOOLEAN" -> Physical.BOOLEAN;
            default -> sql.startsWith("DECIMAL") && !ColumnType.isWide(sql) ? Physical.DOUBLE : Physical.TEXT;
        };
    }

    /** The value as SQL, from what crossed over. */
    String expression() {
        var quoted = Sql.name(name);
        return switch (sql) {
            case "BIGINT", "DOUBLE", "BOOLEAN", "VARCHAR" -> quoted;
            case "DATE" -> "DATE '1970-01-01' + " + quoted + "::INTEGER AS " + quoted;
            case "TIMESTAMP" -> "make_timestamp(" + quoted + ") AS " + quoted;
            case "TIMESTAMP WITH TIME ZONE" -> "make_timestamp(" + quoted + ") AT TIME ZONE 'UTC' AS " + quoted;
            case "TIME" -> "TIME '00:00:00' + to_microseconds(" + quoted + ") AS " + quoted;
            case "GEOMETRY" -> "TRY(ST_GeomFromGeoJSON(" + quoted + ")) AS " + quoted;
            default ->
                sql.startsWith(GEOMETRY)
                        ? "TRY(ST_GeomFromGeoJSON(" + quoted + "))::GEOMETRY("
                                + Sql.text(ProjJson.of(sql.substring(GEOMETRY.length(), sql.length() - 2))) + ") AS "
                                + quoted
                        : quoted + "::" + sql + " AS " + quoted;
        };
    }
}
