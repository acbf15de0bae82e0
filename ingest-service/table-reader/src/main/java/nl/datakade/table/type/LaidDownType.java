package nl.datakade.table.type;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a column is when somebody else than its values says so: a steward, or the version before. */
public final class LaidDownType {

    private LaidDownType() {}

    /**
     * The type somebody laid down, in the notation they laid down, or that the values have, or most look like.
     */
    public static ColumnType of(String sql, @Nullable Notation notation, ColumnEvidence evidence, ColumnType decided) {
        return decided.sql().equals(sql) && (notation == null || notation == decided.notation())
                ? decided
                : new ColumnType(
                        sql,
                        notation == null ? notation(sql, evidence) : notation,
                        marks(sql, evidence),
                        decided.unit());
    }

    /** The type that a column must have for its values to be in a notation. */
    public static String implied(Notation notation, ColumnEvidence evidence, ColumnType decided) {
        return switch (notation) {
            case TEXT, JSON -> ColumnType.TEXT;
            case BOOLEAN, TIME -> notation.name();
            case INTEGER -> "BIGINT";
            case COMPACT_DATE -> "DATE";
            case COMPACT_TIMESTAMP -> "TIMESTAMP";
            case YEAR_FIRST, DAY_FIRST, MONTH_FIRST, MONTH_NAME -> DateDecision.sql(evidence);
            case COMMA_NUMBER -> number(evidence, decided, Shape.COMMA_DECIMAL, Shape.COMMA_THREE, Shape.DOT_GROUPED);
            case EITHER_NUMBER -> "DOUBLE";
            case DOT_NUMBER -> number(evidence, decided, Shape.DOT_DECIMAL, Shape.DOT_THREE, Shape.COMMA_GROUPED);
        };
    }

    private static String number(ColumnEvidence evidence, ColumnType decided, Shape... fractions) {
        boolean isNumber = decided.notation() == Notation.COMMA_NUMBER || decided.notation() == Notation.DOT_NUMBER;
        return isNumber ? decided.sql() : evidence.count(fractions) > 0 ? "DOUBLE" : "BIGINT";
    }

    private static Map<String, Long> marks(String sql, ColumnEvidence evidence) {
        var marks = new LinkedHashMap<>(evidence.laidDownMarks());
        if (!sql.equals(ColumnType.TEXT)) {
            evidence.words.forEach((word, seen) -> {
                var bytes = word.getBytes(StandardCharsets.UTF_8);
                if (Words.isMark(bytes, 0, bytes.length)) {
                    marks.put(word, seen.count);
                }
            });
        }
        return marks;
    }

    private static Notation notation(String sql, ColumnEvidence evidence) {
        boolean comma = evidence.count(Shape.COMMA_DECIMAL, Shape.DOT_GROUPED)
                        >= evidence.count(Shape.DOT_DECIMAL, Shape.COMMA_GROUPED)
                && evidence.count(Shape.COMMA_DECIMAL, Shape.DOT_GROUPED, Shape.COMMA_THREE) > 0;
        return switch (sql) {
            case "DATE", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE" -> dateNotation(evidence, sql);
            case "TIME" -> Notation.TIME;
            case "BOOLEAN" -> Notation.BOOLEAN;
            case ColumnType.TEXT -> Notation.TEXT;
            default -> comma ? Notation.COMMA_NUMBER : Notation.DOT_NUMBER;
        };
    }

    private static Notation dateNotation(ColumnEvidence evidence, String sql) {
        if (evidence.count(Shape.DATE_NAMED) > 0) {
            return Notation.MONTH_NAME;
        }
        if (evidence.count(Shape.DATE_DAY_FIRST, Shape.DATE_EITHER, Shape.DATE_MONTH_FIRST) > 0) {
            return evidence.count(Shape.DATE_MONTH_FIRST) > evidence.count(Shape.DATE_DAY_FIRST)
                    ? Notation.MONTH_FIRST
                    : Notation.DAY_FIRST;
        }
        boolean compact = evidence.compactDates + evidence.compactTimes > evidence.count(Shape.DATE_ISO);
        return !compact ? Notation.YEAR_FIRST : sql.equals("DATE") ? Notation.COMPACT_DATE : Notation.COMPACT_TIMESTAMP;
    }
}
