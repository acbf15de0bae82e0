package nl.datakade.table.type;

import java.util.ArrayList;
import nl.datakade.table.row.Finding;
import nl.datakade.table.type.TypeDecision.Decided;
import org.jspecify.annotations.Nullable;

/**
 * Lets a column stay what it was in the version before, where its values allow that: next month's file is read as this
 * month's was. A few values that do not fit reject their rows instead of turning the column into text; what the values by
 * themselves leave open is settled by how they were read before.
 */
public final class Continuity {

    private Continuity() {}

    /** What is known from before. */
    public record Before(String type, @Nullable String format) {}

    /**
     * The type from before with what is to be said about it, or what was decided when the values speak against it.
     *
     * @param limit share of the values that may be rejected
     */
    public static Decided settle(Before before, ColumnEvidence evidence, Decided decided, double limit) {
        var type = decided.type();
        if (evidence.values == 0 || type.sql().equals(before.type())) {
            return evidence.values == 0 ? empty(before, decided) : decided;
        }
        if (before.type().equals(ColumnType.TEXT)) {
            return isPlain(type) ? stayText(evidence, decided) : decided;
        }
        if (isWider(before.type(), type, evidence)) {
            return new Decided(as(before.type(), type.notation(), evidence, type), decided.findings());
        }
        var notation = notation(before);
        return type.isText() && notation != null ? outOfText(before, notation, evidence, decided, limit) : decided;
    }

    /** A column without a single value says nothing about its type. */
    private static Decided empty(Before before, Decided decided) {
        var notation = notation(before);
        return notation == null
                ? decided
                : new Decided(
                        new ColumnType(before.type(), notation, decided.type().marks(), null), decided.findings());
    }

    private static Decided stayText(ColumnEvidence evidence, Decided decided) {
        var findings = new ArrayList<>(decided.findings());
        findings.add(Finding.info(
                        "KEPT_AS_TEXT",
                        null,
                        "all values would fit " + decided.type().sql()
                                + ", but the column was text in the version before and stays so; lay down its type to change that")
                .with(decided.type().sql()));
        return new Decided(ColumnType.text(evidence.laidDownMarks()), findings);
    }

    private static Decided outOfText(
            Before before, Notation notation, ColumnEvidence evidence, Decided decided, double limit) {
        long misfits = evidence.values - fitting(notation, before.type(), evidence) - evidence.count(Shape.MARK);
        boolean digits = evidence.count(Shape.LEADING_ZERO, Shape.LONG_DIGITS) > 0;
        if (digits || misfits == evidence.values || misfits > limit * evidence.values) {
            return decided;
        }
        var findings = new ArrayList<Finding>();
        findings.add(
                misfits == 0
                        ? Finding.info(
                                        "READ_AS_BEFORE",
                                        null,
                                        "what the values leave open is read as in the version before: " + before.type()
                                                + " (" + notation + ")")
                                .with(before.type(), notation)
                        : Finding.warning(
                                        "VALUES_REJECTED",
                                        line(evidence),
                                        misfits + " of " + evidence.values + " values are no " + before.type()
                                                + ", which the column was in the version before; their rows are rejected")
                                .with(misfits, evidence.values, before.type()));
        return new Decided(as(before.type(), notation, evidence, decided.type()), findings);
    }

    private static @Nullable Long line(ColumnEvidence evidence) {
        long line = evidence.firstLine(Shape.TEXT);
        return line == 0 ? null : line;
    }

    private static ColumnType as(String sql, Notation notation, ColumnEvidence evidence, ColumnType decided) {
        var written = notation == Notation.INTEGER && !sql.equals("BIGINT") ? Notation.DOT_NUMBER : notation;
        return LaidDownType.of(sql, written, evidence, decided);
    }

    private static @Nullable Notation notation(Before before) {
        if (before.format() == null) {
            return null;
        }
        for (var notation : Notation.values()) {
            if (notation.name().equals(before.format()) && notation != Notation.TEXT && notation != Notation.JSON) {
                return notation;
            }
        }
        return null;
    }

    private static boolean isPlain(ColumnType type) {
        return type.notation() != Notation.JSON;
    }

    /** Whether every value of the type decided is one of the type before. */
    private static boolean isWider(String before, ColumnType decided, ColumnEvidence evidence) {
        var now = decided.sql();
        if (before.equals("DOUBLE")) {
            return now.equals("BIGINT") || now.startsWith("DECIMAL");
        }
        if (before.startsWith("DECIMAL")) {
            int scale = ColumnType.scale(before);
            return (now.equals("BIGINT") || (now.startsWith("DECIMAL") && ColumnType.scale(now) <= scale))
                    && evidence.maxWhole + scale <= NumberDecision.EXACT_DIGITS;
        }
        return before.equals("TIMESTAMP") && now.equals("DATE") && decided.notation() != Notation.COMPACT_DATE;
    }

    /** How many values the notation takes. */
    private static long fitting(Notation notation, String sql, ColumnEvidence evidence) {
        return switch (notation) {
            case INTEGER -> evidence.count(Shape.INTEGER);
            case DOT_NUMBER ->
                sql.equals("BIGINT")
                        ? evidence.count(Shape.INTEGER, Shape.COMMA_THREE, Shape.COMMA_GROUPED)
                        : evidence.count(
                                Shape.INTEGER,
                                Shape.DOT_DECIMAL,
                                Shape.DOT_THREE,
                                Shape.COMMA_THREE,
                                Shape.COMMA_GROUPED);
            case COMMA_NUMBER ->
                sql.equals("BIGINT")
                        ? evidence.count(Shape.INTEGER, Shape.DOT_THREE, Shape.DOT_GROUPED)
                        : evidence.count(
                                Shape.INTEGER,
                                Shape.COMMA_DECIMAL,
                                Shape.COMMA_THREE,
                                Shape.DOT_THREE,
                                Shape.DOT_GROUPED);
            case EITHER_NUMBER ->
                evidence.count(
                        Shape.INTEGER, Shape.COMMA_DECIMAL, Shape.DOT_DECIMAL, Shape.DOT_GROUPED, Shape.COMMA_GROUPED);
            case YEAR_FIRST -> evidence.count(Shape.DATE_ISO);
            case DAY_FIRST -> evidence.count(Shape.DATE_DAY_FIRST, Shape.DATE_EITHER);
            case MONTH_FIRST -> evidence.count(Shape.DATE_MONTH_FIRST, Shape.DATE_EITHER);
            case MONTH_NAME -> evidence.count(Shape.DATE_NAMED);
            case COMPACT_DATE -> evidence.compactDates;
            case COMPACT_TIMESTAMP -> evidence.compactDates + evidence.compactTimes;
            case TIME -> evidence.count(Shape.TIME);
            case BOOLEAN -> evidence.booleans();
            case TEXT, JSON -> 0;
        };
    }
}
