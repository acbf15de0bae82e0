package nl.datakade.table.type;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import nl.datakade.table.row.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each column of a table is, from the evidence of all its values. What fits more than one notation and is
 * not settled by the rest of the file stays text, with a finding.
 */
public final class TypeDecision {

    private static final double NEARLY_ALL = 0.9;
    private static final int BAG_DIGITS = 16;

    private final Undecided column;
    private final ColumnEvidence evidence;

    private TypeDecision(Undecided column) {
        this.column = column;
        this.evidence = column.evidence();
    }

    /** A column's type with what there is to say about it. */
    public record Decided(ColumnType type, List<Finding> findings) {}

    /**
     * Decides about all columns of a table, since some settle what others leave open.
     *
     * @param degrees the columns whose values, read as fractions, lie where longitudes and latitudes would
     */
    public static List<Decided> decide(List<String> labels, List<ColumnEvidence> columns, BitSet degrees) {
        var conventions = Conventions.of(columns);
        var decided = new ArrayList<Decided>();
        for (int i = 0; i < columns.size(); i++) {
            var column = new Undecided(labels.get(i), columns.get(i), conventions, degrees.get(i));
            var decision = new TypeDecision(column);
            var type = decision.decide();
            decision.tellPadding();
            decision.reportNotation();
            decided.add(new Decided(type, column.findings()));
        }
        return decided;
    }

    private ColumnType decide() {
        if (evidence.values == 0) {
            return ColumnType.text(Map.of());
        }
        long json = evidence.count(Shape.JSON);
        if (json > 0) {
            return json == evidence.values
                    ? new ColumnType("JSON", Notation.JSON, Map.of(), null)
                    : ColumnType.text(Map.of());
        }
        long typed = evidence.values - evidence.count(Shape.TEXT, Shape.MARK);
        if (typed == 0 || evidence.count(Shape.TEXT) > 0) {
            tellNearMiss(typed);
            return column.text();
        }
        if (evidence.count(Shape.LEADING_ZERO, Shape.LONG_DIGITS) > 0) {
            return column.identifier("digits with leading zeros or of great length are identifiers, kept as text");
        }
        if (evidence.count(Shape.INTEGER) == typed && Names.isIdentifier(column.label())) {
            if (evidence.maxWhole == BAG_DIGITS - 1 && Names.isNumberOfThing(column.label())) {
                column.warn(
                        "ZERO_LOST",
                        null,
                        "identifiers of the BAG have sixteen digits; these have fifteen, so a spreadsheet took the zero in front");
            }
            return column.identifier("the name says that these digits identify something, kept as text");
        }
        var type = ofOneKind(typed);
        return type == null ? column.text() : type;
    }

    private @Nullable ColumnType ofOneKind(long typed) {
        if (evidence.numbers() == typed) {
            return NumberDecision.of(column);
        }
        if (evidence.dates() == typed) {
            return DateDecision.of(column);
        }
        if (evidence.count(Shape.TIME) == typed && Names.isProportion(column.label())) {
            column.info(
                    "IDENTIFIER",
                    "the name says that these are proportions, which are written as times are; kept as text");
            return null;
        }
        if (evidence.count(Shape.TIME) == typed) {
            return column.typed("TIME", Notation.TIME, null);
        }
        if (evidence.booleans() == typed) {
            return truth();
        }
        return column.warn(
                "MIXED_KINDS", evidence.firstLineOfLastShape(), "holds numbers, dates or words together, kept as text");
    }

    private @Nullable ColumnType truth() {
        long letters = evidence.count(Shape.J_N, Shape.Y_N);
        long positive = letters - evidence.letterN;
        boolean onlyLetters = letters == evidence.booleans();
        return onlyLetters && (positive == 0 || evidence.letterN == 0)
                ? null
                : column.typed("BOOLEAN", Notation.BOOLEAN, null);
    }

    private void tellNearMiss(long typed) {
        long texts = evidence.count(Shape.TEXT);
        long clear = typed - evidence.count(Shape.LEADING_ZERO, Shape.LONG_DIGITS) - evidence.booleans();
        if (texts > 0 && clear >= NEARLY_ALL * evidence.values && !Names.isIdentifier(column.label())) {
            column.warn(
                    "NOT_ALL_VALUES_FIT",
                    column.line(Shape.TEXT),
                    texts + " of " + evidence.values
                            + " values are neither number nor date, so the column stays text; lay down its type to have the rows of these values rejected instead",
                    texts,
                    evidence.values);
        }
    }

    /** What was written in another way than it is kept. */
    private void reportNotation() {
        if (evidence.dashesForZero > 0) {
            column.info(
                    "DASH_AS_ZERO",
                    evidence.dashesForZero + " dashes behind a currency sign are read as zero, as spreadsheets show it",
                    evidence.dashesForZero);
        }
        if (evidence.fineSeconds > 0) {
            column.warn(
                    "SECONDS_CUT",
                    null,
                    evidence.fineSeconds
                            + " moments have more than six digits behind the second, of which six are kept",
                    evidence.fineSeconds);
        }
    }

    private void tellPadding() {
        if (evidence.padded > 0) {
            column.info("PADDED", evidence.padded + " values have blanks around them, left out", evidence.padded);
        }
    }
}
