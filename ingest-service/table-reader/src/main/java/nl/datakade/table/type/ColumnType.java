package nl.datakade.table.type;

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

    public static ColumnType text(Map<String, Long> marks) {
        return new ColumnType(TEXT, Notation.TEXT, marks, null);
    }

    /** A geometry in GeoJSON; its reference system is named where that is not the format's own. */
    public static ColumnType geometry(String crs) {
        var sql = crs.equals("OGC:CRS84") ? "GEOMETRY" : "GEOMETRY('" + crs + "')";
        return new ColumnType(sql, Notation.JSON, Map.of(), null);
    }

    /** Digits after the decimal mark of a decimal type. */
    static int scale(String decimal) {
        int comma = decimal.indexOf(',');
        return comma < 0
                ? 0
                : Integer.parseInt(
                        decimal.substring(comma + 1, decimal.indexOf(')')).strip());
    }

    /** Digits before the decimal mark of a decimal type. */
    static int wholeDigits(String decimal) {
        int bracket = decimal.indexOf('(');
        int comma = decimal.indexOf(',');
        int precision = Integer.parseInt(decimal.substring(bracket + 1, comma < 0 ? decimal.indexOf(')') : comma)
                .strip());
        return precision - scale(decimal);
    }

    /** A decimal of more digits than cross over to the engine as a floating point number. */
    public static boolean isWide(String sql) {
        return sql.startsWith("DECIMAL(38,");
    }

    public boolean isText() {
        return notation == Notation.TEXT;
    }
}
