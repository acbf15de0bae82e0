package nl.datakade.ingest.table.type;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a column is, and how its values are read.
 *
 * @param sql the type in SQL
 * @param marks values that mean "missing", each with how often it occurs
 * @param unit of a measure: %, EUR, or what a units line says
 */
public record ColumnType(
        String sql,
        Notation notation,
        Map<String, Long> marks,
        @Nullable String unit) {

    public static final String TEXT = "VARCHAR";

    static ColumnType text(Map<String, Long> marks) {
        return new ColumnType(TEXT, Notation.TEXT, marks, null);
    }

    /** A geometry in GeoJSON. */
    public static ColumnType geometry() {
        return new ColumnType("GEOMETRY", Notation.JSON, Map.of(), null);
    }

    public boolean isText() {
        return notation == Notation.TEXT;
    }
}
