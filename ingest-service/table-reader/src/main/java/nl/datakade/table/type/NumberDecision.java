package nl.datakade.table.type;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a column of nothing but numbers is; none of it when their notation is not settled, or they are no quantity. */
final class NumberDecision {

    static final int EXACT_DIGITS = 15;
    private static final int MAX_SCALE = 4;

    /** The longest decimal of the engine. */
    private static final int MOST_DIGITS = 38;

    /** Easting and northing of the grids in use here, in metres, have no more. */
    private static final int METRE_DIGITS = 7;

    /** Year to second, with more behind it: a floating point number would round that. */
    private static final int MOMENT_DIGITS = 14;

    private final Undecided column;
    private final ColumnEvidence evidence;
    private final long comma;
    private final long dot;
    private final long commaThree;
    private final long dotThree;

    private NumberDecision(Undecided column) {
        this.column = column;
        this.evidence = column.evidence();
        this.comma = evidence.count(Shape.COMMA_DECIMAL, Shape.DOT_GROUPED);
        this.dot = evidence.count(Shape.DOT_DECIMAL, Shape.COMMA_GROUPED);
        this.commaThree = evidence.count(Shape.COMMA_THREE);
        this.dotThree = evidence.count(Shape.DOT_THREE);
    }

    static @Nullable ColumnType of(Undecided column) {
        return new NumberDecision(column).decide();
    }

    private @Nullable ColumnType decide() {
        if (evidence.percents > 0
                && evidence.percents + evidence.zeros < evidence.numbers() - evidence.sentinelCount()) {
            return column.warn("MIXED_UNITS", null, "some values have a percent sign and others do not, kept as text");
        }
        if (comma > 0 && dot > 0 && commaThree + dotThree == 0 && evidence.lossy == 0) {
            column.warn(
                    "MIXED_DECIMAL_MARKS",
                    column.line(Shape.COMMA_DECIMAL, Shape.DOT_DECIMAL),
                    "some values have a decimal comma and others a decimal point; each is clear by itself and read as a number");
            return isNoQuantity() ? null : column.typed("DOUBLE", Notation.EITHER_NUMBER, unit());
        }
        if ((comma > 0 && dot > 0) || (comma + dot == 0 && commaThree > 0 && dotThree > 0)) {
            return column.warn(
                    "UNSETTLED_DECIMAL_MARKS",
                    column.line(Shape.COMMA_DECIMAL, Shape.DOT_DECIMAL),
                    "some values have a decimal comma and others a decimal point, and not each is clear by itself; kept as text");
        }
        if (comma + dot + commaThree + dotThree == 0) {
            return integer();
        }
        return isNoQuantity() ? null : fraction();
    }

    /** Numbers by their shape, something else by their name. */
    private boolean isNoQuantity() {
        var label = column.label();
        boolean grouped = evidence.count(Shape.DOT_GROUPED, Shape.COMMA_GROUPED) > 0;
        boolean perhapsGrouped = dot > 0 ? commaThree > 0 : dotThree > 0 && !column.degrees();
        if ((Names.isDegrees(label) && (grouped || perhapsGrouped))
                || (grouped && Names.isCoordinate(label) && evidence.maxWhole > METRE_DIGITS)) {
            column.warn(
                    "GROUPED_COORDINATES",
                    column.line(Shape.DOT_GROUPED, Shape.COMMA_GROUPED, Shape.DOT_THREE, Shape.COMMA_THREE),
                    "coordinates have marks for thousands in them, as spreadsheets put there, so that their decimal mark is lost; kept as text");
            return true;
        }
        boolean twoDecimals = evidence.count(Shape.DOT_DECIMAL) > 0 && evidence.maxFraction == 2;
        if (twoDecimals && evidence.maxWhole <= 2 && Names.isTimeOfDay(label)) {
            column.warn(
                    "AMBIGUOUS_TIME",
                    column.line(Shape.DOT_DECIMAL),
                    "may be times of day with a point between hour and minutes, or numbers; kept as text");
            return true;
        }
        if (evidence.exponents > 0 && Names.isNumberOfThing(label)) {
            column.warn(
                    "ROUNDED_IDENTIFIERS",
                    null,
                    "identifiers are written with a power of ten, as spreadsheets round long numbers, so that they no longer identify; kept as text");
            return true;
        }
        if (evidence.maxWhole >= MOMENT_DIGITS && evidence.exponents == 0) {
            column.info("IDENTIFIER", "numbers of so many digits are moments or identifiers, kept as text");
            return true;
        }
        boolean numbersThings = Names.isNumbering(label) || Names.isNumberOfThing(label);
        if (evidence.count(Shape.DOT_DECIMAL) > 0 && (numbersThings || evidence.hasNumbersWrittenTwice())) {
            column.info(
                    "IDENTIFIER",
                    numbersThings
                            ? "the name says that these are numbers of parts, where 1.10 is not 1.1, kept as text"
                            : "some are written with and without a zero at the end, as codes are where 1.10 is not 1.1; kept as text");
            return true;
        }
        return false;
    }

    private @Nullable ColumnType fraction() {
        boolean dutch = comma > 0;
        boolean threeSettled = comma + dot > 0;
        boolean asDegrees = !threeSettled && column.degrees();
        if (asDegrees) {
            dutch = commaThree > 0;
            column.info(
                    "FRACTIONS_OF_DEGREES",
                    "a mark followed by three digits is read as the start of a fraction: so the values lie in the Netherlands");
        } else if (!threeSettled && isCount()) {
            dutch = dotThree > 0;
            column.info(
                    "COUNTED",
                    "the name says that these are counts, so a mark followed by three digits groups thousands");
            return column.typed("BIGINT", dutch ? Notation.COMMA_NUMBER : Notation.DOT_NUMBER, unit());
        } else if (!threeSettled && isFractionOfThree()) {
            dutch = true;
            column.info(
                    "FRACTION_OF_THREE",
                    "every value has three digits behind a comma and none is without, so the comma starts a fraction");
        } else if (!threeSettled) {
            var conventions = column.conventions();
            if (!conventions.onlyCommaDecimals() && !conventions.onlyDotDecimals()) {
                return column.warn(
                        "AMBIGUOUS_NUMBER",
                        column.line(Shape.DOT_THREE, Shape.COMMA_THREE),
                        "a mark followed by three digits may group thousands or start a fraction, and no other column settles it; kept as text");
            }
            dutch = conventions.onlyCommaDecimals();
            column.info(
                    "NUMBERS_AS_ELSEWHERE",
                    "a mark followed by three digits is read as in the other columns, which have a decimal "
                            + (dutch ? "comma" : "point"),
                    dutch ? "," : ".");
        }
        boolean threeIsFraction = dutch ? commaThree > 0 : dotThree > 0;
        int scale = Math.max(evidence.maxFraction, threeIsFraction ? 3 : 0);
        var notation = dutch ? Notation.COMMA_NUMBER : Notation.DOT_NUMBER;
        if (scale == 0 && evidence.count(Shape.COMMA_DECIMAL, Shape.DOT_DECIMAL) == 0) {
            return column.typed("BIGINT", notation, unit());
        }
        if (evidence.lossy > 0) {
            return manyDigits(scale, notation);
        }
        boolean exact = evidence.exponents == 0
                && scale <= MAX_SCALE
                && evidence.maxWhole + scale <= EXACT_DIGITS
                && !Names.isCoordinate(column.label());
        return column.typed(exact ? "DECIMAL(18," + Math.max(scale, 1) + ")" : "DOUBLE", notation, unit());
    }

    /** Nobody counts in thousandths. */
    private boolean isCount() {
        return Names.isCount(column.label()) && (commaThree == 0 || dotThree == 0) && evidence.percents == 0;
    }

    /** Thousands would have a value below a thousand among them, or one of a million. */
    private boolean isFractionOfThree() {
        return column.conventions().onlyDotDecimals()
                && dotThree == 0
                && commaThree + evidence.sentinelCount() == evidence.numbers();
    }

    /** A floating point number would change digits: a decimal keeps them, and text those that are too many for that. */
    private @Nullable ColumnType manyDigits(int scale, Notation notation) {
        boolean fits = evidence.exponents == 0 && evidence.maxWhole + scale <= MOST_DIGITS;
        column.info(
                "DIGITS_KEPT",
                "numbers of more than 15 digits, kept to the last digit" + (fits ? "" : " as text"),
                evidence.lossy);
        return fits ? column.typed("DECIMAL(" + MOST_DIGITS + "," + scale + ")", notation, unit()) : null;
    }

    private ColumnType integer() {
        long integers = evidence.count(Shape.INTEGER) - evidence.sentinelCount();
        boolean likely = Names.isDate(column.label()) || integers - evidence.zeros >= 20;
        if (likely && evidence.compactDates > 0 && evidence.compactDates + evidence.zeros == integers) {
            return compact("DATE", Notation.COMPACT_DATE);
        }
        if (likely && evidence.compactTimes > 0 && evidence.compactTimes + evidence.zeros == integers) {
            return compact("TIMESTAMP", Notation.COMPACT_TIMESTAMP);
        }
        return column.typed("BIGINT", Notation.INTEGER, unit());
    }

    private ColumnType compact(String sql, Notation notation) {
        var marks = new LinkedHashMap<>(column.marks());
        if (evidence.zeros > 0) {
            marks.put("0", evidence.zeros);
            column.tellMarks(Map.of("0", evidence.zeros));
        }
        return new ColumnType(sql, notation, marks, null);
    }

    private @Nullable String unit() {
        return evidence.percents > 0 ? "%" : evidence.euros > 0 ? "EUR" : null;
    }
}
