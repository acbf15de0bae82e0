package nl.datakade.ingest.table.type;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.datakade.ingest.table.row.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each column of a table is, from the evidence of all its values. What fits more than one notation and is
 * not settled by the rest of the file stays text, with a finding.
 */
public final class TypeDecision {

    static final int EXACT_DIGITS = 15;
    private static final int MAX_SCALE = 4;
    private static final double NEARLY_ALL = 0.9;

    private final String label;
    private final ColumnEvidence evidence;
    private final Conventions conventions;
    private final List<Finding> findings = new ArrayList<>();

    private TypeDecision(String label, ColumnEvidence evidence, Conventions conventions) {
        this.label = label;
        this.evidence = evidence;
        this.conventions = conventions;
    }

    /** A column's type with what there is to say about it. */
    public record Decided(ColumnType type, List<Finding> findings) {}

    public static List<Decided> decide(List<String> labels, List<ColumnEvidence> columns) {
        var conventions = Conventions.of(columns);
        var decided = new ArrayList<Decided>();
        for (int i = 0; i < columns.size(); i++) {
            var decision = new TypeDecision(labels.get(i), columns.get(i), conventions);
            var type = decision.decide();
            decision.tellPadding();
            decided.add(new Decided(type, decision.findings));
        }
        return decided;
    }

    /**
     * The type somebody laid down, in the notation they laid down, or that the values have, or most look like.
     */
    public static ColumnType laidDown(
            String sql, @Nullable Notation notation, ColumnEvidence evidence, ColumnType decided) {
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
            case YEAR_FIRST, DAY_FIRST, MONTH_FIRST, MONTH_NAME ->
                evidence.offsets > 0 ? "TIMESTAMP WITH TIME ZONE" : evidence.timed > 0 ? "TIMESTAMP" : "DATE";
            case COMMA_NUMBER -> number(evidence, decided, Shape.COMMA_DECIMAL, Shape.COMMA_THREE, Shape.DOT_GROUPED);
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
            return text();
        }
        if (evidence.count(Shape.LEADING_ZERO, Shape.LONG_DIGITS) > 0) {
            return identifier("digits with leading zeros or of great length are identifiers, kept as text");
        }
        if (evidence.count(Shape.INTEGER) == typed && Names.isIdentifier(label)) {
            return identifier("the name says that these digits identify something, kept as text");
        }
        ColumnType type = null;
        if (evidence.numbers() == typed) {
            type = number();
        } else if (evidence.dates() == typed) {
            type = date();
        } else if (evidence.count(Shape.TIME) == typed) {
            type = typed("TIME", Notation.TIME, null);
        } else if (evidence.booleans() == typed) {
            type = truth();
        } else {
            warn(
                    "MIXED_KINDS",
                    evidence.firstLineOfLastShape(),
                    "holds numbers, dates or words together, kept as text");
        }
        return type == null ? text() : type;
    }

    private @Nullable ColumnType number() {
        long comma = evidence.count(Shape.COMMA_DECIMAL, Shape.DOT_GROUPED);
        long dot = evidence.count(Shape.DOT_DECIMAL, Shape.COMMA_GROUPED);
        long dotThree = evidence.count(Shape.DOT_THREE);
        long commaThree = evidence.count(Shape.COMMA_THREE);
        if (evidence.percents > 0
                && evidence.percents + evidence.zeros < evidence.numbers() - evidence.sentinelCount()) {
            warn("MIXED_UNITS", null, "some values have a percent sign and others do not, kept as text");
            return null;
        }
        if ((comma > 0 && dot > 0) || (comma + dot == 0 && commaThree > 0 && dotThree > 0)) {
            warn(
                    "MIXED_DECIMAL_MARKS",
                    Math.max(line(Shape.COMMA_DECIMAL), line(Shape.DOT_DECIMAL)),
                    "some values have a decimal comma and others a decimal point, kept as text");
            return null;
        }
        if (comma + dot + commaThree + dotThree == 0) {
            return integer();
        }
        boolean dutch = comma > 0;
        if (comma + dot == 0) {
            if (!conventions.onlyCommaDecimals() && !conventions.onlyDotDecimals()) {
                warn(
                        "AMBIGUOUS_NUMBER",
                        Math.max(line(Shape.DOT_THREE), line(Shape.COMMA_THREE)),
                        "a mark followed by three digits may group thousands or start a fraction, and no other column settles it; kept as text");
                return null;
            }
            dutch = conventions.onlyCommaDecimals();
            info(
                    "NUMBERS_AS_ELSEWHERE",
                    "a mark followed by three digits is read as in the other columns, which have a decimal "
                            + (dutch ? "comma" : "point"),
                    dutch ? "," : ".");
        }
        boolean threeIsFraction = dutch ? commaThree > 0 : dotThree > 0;
        int scale = Math.max(evidence.maxFraction, threeIsFraction ? 3 : 0);
        var notation = dutch ? Notation.COMMA_NUMBER : Notation.DOT_NUMBER;
        if (scale == 0 && evidence.count(Shape.COMMA_DECIMAL, Shape.DOT_DECIMAL) == 0) {
            return typed("BIGINT", notation, unit());
        }
        boolean exact = evidence.exponents == 0
                && scale <= MAX_SCALE
                && evidence.maxWhole + scale <= EXACT_DIGITS
                && !Names.isCoordinate(label);
        return typed(exact ? "DECIMAL(18," + Math.max(scale, 1) + ")" : "DOUBLE", notation, unit());
    }

    private ColumnType integer() {
        long integers = evidence.count(Shape.INTEGER) - evidence.sentinelCount();
        boolean likely = Names.isDate(label) || integers - evidence.zeros >= 20;
        if (likely && evidence.compactDates > 0 && evidence.compactDates + evidence.zeros == integers) {
            return compact("DATE", Notation.COMPACT_DATE);
        }
        if (likely && evidence.compactTimes > 0 && evidence.compactTimes + evidence.zeros == integers) {
            return compact("TIMESTAMP", Notation.COMPACT_TIMESTAMP);
        }
        return typed("BIGINT", Notation.INTEGER, unit());
    }

    private ColumnType compact(String sql, Notation notation) {
        var marks = new LinkedHashMap<>(marks());
        if (evidence.zeros > 0) {
            marks.put("0", evidence.zeros);
            tellMarks(Map.of("0", evidence.zeros));
        }
        return new ColumnType(sql, notation, marks, null);
    }

    private @Nullable ColumnType date() {
        long dayFirst = evidence.count(Shape.DATE_DAY_FIRST);
        long monthFirst = evidence.count(Shape.DATE_MONTH_FIRST);
        long either = evidence.count(Shape.DATE_EITHER);
        long iso = evidence.count(Shape.DATE_ISO);
        long named = evidence.count(Shape.DATE_NAMED);
        int kinds = (dayFirst + monthFirst + either > 0 ? 1 : 0) + (iso > 0 ? 1 : 0) + (named > 0 ? 1 : 0);
        if (kinds > 1 || (dayFirst > 0 && monthFirst > 0)) {
            warn("MIXED_DATE_NOTATIONS", null, "dates are written in more than one order, kept as text");
            return null;
        }
        if (evidence.offsets > 0 && evidence.offsets < evidence.dates()) {
            warn("MIXED_OFFSETS", null, "some times have an offset from UTC and others do not, kept as text");
            return null;
        }
        if (evidence.twoDigitYears > 0) {
            info("TWO_DIGIT_YEARS", "years of two digits are read as 1950 to 2049");
        }
        var sql = evidence.offsets > 0 ? "TIMESTAMP WITH TIME ZONE" : evidence.timed > 0 ? "TIMESTAMP" : "DATE";
        if (iso > 0) {
            return typed(sql, Notation.YEAR_FIRST, null);
        }
        if (named > 0) {
            return typed(sql, Notation.MONTH_NAME, null);
        }
        if (dayFirst > 0 || monthFirst > 0) {
            return typed(sql, dayFirst > 0 ? Notation.DAY_FIRST : Notation.MONTH_FIRST, null);
        }
        if (evidence.slashes && conventions.dayFirst() == conventions.monthFirst()) {
            warn(
                    "AMBIGUOUS_DATE",
                    line(Shape.DATE_EITHER),
                    "day and month cannot be told apart, and no other column settles it; kept as text");
            return null;
        }
        return typed(
                sql, evidence.slashes && conventions.monthFirst() ? Notation.MONTH_FIRST : Notation.DAY_FIRST, null);
    }

    private @Nullable ColumnType truth() {
        long letters = evidence.count(Shape.J_N, Shape.Y_N);
        long positive = letters - evidence.letterN;
        boolean onlyLetters = letters == evidence.booleans();
        if (onlyLetters && (positive == 0 || evidence.letterN == 0)) {
            return null;
        }
        return typed("BOOLEAN", Notation.BOOLEAN, null);
    }

    private ColumnType typed(String sql, Notation notation, @Nullable String unit) {
        return new ColumnType(sql, notation, marks(), unit);
    }

    private Map<String, Long> marks() {
        var marks = new LinkedHashMap<String, Long>();
        evidence.words.forEach((word, seen) -> marks.put(word, seen.count));
        if (evidence.negatives == 0 && evidence.numbers() > evidence.sentinelCount()) {
            evidence.sentinels.forEach((word, seen) -> marks.put(word, seen.count));
        }
        tellMarks(marks);
        return marks;
    }

    private ColumnType text() {
        var marks = new LinkedHashMap<>(evidence.laidDownMarks());
        evidence.words.forEach((word, seen) -> {
            if (Words.isMarkAmongWords(word)) {
                marks.put(word, seen.count);
            }
        });
        tellMarks(marks);
        return ColumnType.text(marks);
    }

    private ColumnType identifier(String why) {
        info("IDENTIFIER", why);
        return text();
    }

    private @Nullable String unit() {
        return evidence.percents > 0 ? "%" : evidence.euros > 0 ? "EUR" : null;
    }

    private void tellMarks(Map<String, Long> marks) {
        if (!marks.isEmpty()) {
            var words = marks.entrySet().stream()
                    .map(mark -> mark.getKey() + " (" + mark.getValue() + ")")
                    .collect(Collectors.joining(", "));
            info("MISSING_VALUE_MARKS", "read as missing: " + words, words);
        }
    }

    private void tellNearMiss(long typed) {
        long texts = evidence.count(Shape.TEXT);
        long clear = typed - evidence.count(Shape.LEADING_ZERO, Shape.LONG_DIGITS) - evidence.booleans();
        if (texts > 0 && clear >= NEARLY_ALL * evidence.values && !Names.isIdentifier(label)) {
            warn(
                    "NOT_ALL_VALUES_FIT",
                    line(Shape.TEXT),
                    texts + " of " + evidence.values
                            + " values are neither number nor date, so the column stays text; lay down its type to have the rows of these values rejected instead",
                    texts,
                    evidence.values);
        }
    }

    private void tellPadding() {
        if (evidence.padded > 0) {
            info("PADDED", evidence.padded + " values have blanks around them, left out", evidence.padded);
        }
    }

    private long line(Shape shape) {
        return evidence.firstLine(shape);
    }

    private void info(String code, String message, Object... arguments) {
        findings.add(Finding.info(code, null, message).with(arguments));
    }

    private void warn(String code, @Nullable Long line, String message, Object... arguments) {
        findings.add(Finding.warning(code, line == null || line == 0 ? null : line, message)
                .with(arguments));
    }
}
