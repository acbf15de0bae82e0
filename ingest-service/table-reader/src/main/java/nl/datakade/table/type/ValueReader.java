package nl.datakade.table.type;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.row.RejectReason;

/** Reads the values of one column as its type says. Reused from value to value. */
public final class ValueReader {

    /** What became of a value. */
    public enum Result {
        VALUE,
        MISSING,
        /** Not of the column's type: possible only where somebody else than the values decided it. */
        MISFIT
    }

    private static final double[] POWERS = new double[23];

    static {
        double power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private final ColumnType type;
    private final boolean whole;
    private final boolean date;
    private final boolean withOffset;
    private final boolean timestamp;
    private final int maxScale;
    private final double bound;
    private final Set<String> marks;
    private final int longestMark;
    private final Value value = new Value();
    private final DateScan scan = new DateScan();
    private final byte[] digits = new byte[64];
    private long number;
    private double real;
    private final boolean wide;
    private int digitsUsed;

    public ValueReader(ColumnType type) {
        this.type = type;
        this.whole = type.sql().equals("BIGINT");
        this.date = type.sql().equals("DATE");
        this.withOffset = type.sql().equals("TIMESTAMP WITH TIME ZONE");
        this.timestamp = type.sql().startsWith("TIMESTAMP");
        this.bound = type.sql().startsWith("DECIMAL") && !ColumnType.isWide(type.sql())
                ? POWERS[ColumnType.wholeDigits(type.sql())]
                : Double.MAX_VALUE;
        this.maxScale = type.sql().startsWith("DECIMAL") ? ColumnType.scale(type.sql()) : POWERS.length;
        this.wide = ColumnType.isWide(type.sql());
        this.marks = new HashSet<>(type.marks().keySet());
        this.longestMark = marks.stream()
                .mapToInt(mark -> mark.getBytes(StandardCharsets.UTF_8).length)
                .max()
                .orElse(0);
    }

    public Result read(byte[] bytes, int from, int to, CellKind kind) {
        value.trim(bytes, from, to);
        if (value.isBlank()) {
            return Result.MISSING;
        }
        if (longestMark > 0 && value.to - value.from <= longestMark && marks.contains(text())) {
            return Result.MISSING;
        }
        boolean fits = switch (type.notation()) {
            case TEXT, JSON -> true;
            case INTEGER, DOT_NUMBER -> number('.', kind);
            case COMMA_NUMBER -> number(kind == CellKind.NUMBER ? '.' : ',', kind);
            case EITHER_NUMBER -> looked(kind) && value.shape.isNumber() && number(ownMark());
            case YEAR_FIRST -> scanned(Shape.DATE_ISO) && date(scan.year, scan.first, scan.second);
            case DAY_FIRST -> scanned(Shape.DATE_DAY_FIRST) && date(scan.year, scan.second, scan.first);
            case MONTH_FIRST -> scanned(Shape.DATE_MONTH_FIRST) && date(scan.year, scan.first, scan.second);
            case MONTH_NAME -> scanned(Shape.DATE_NAMED) && date(scan.year, scan.first, scan.second);
            case COMPACT_DATE, COMPACT_TIMESTAMP -> looked(kind) && compact();
            case TIME -> scanned(Shape.TIME) && time();
            case BOOLEAN -> looked(kind) && value.shape.isBoolean() && truth();
        };
        return fits ? Result.VALUE : Result.MISFIT;
    }

    private boolean looked(CellKind kind) {
        value.look(value.bytes, value.from, value.to, kind);
        return true;
    }

    private boolean scanned(Shape expected) {
        if (!scan.scan(value.bytes, value.from, value.to)) {
            return false;
        }
        boolean either = scan.shape == Shape.DATE_EITHER
                && (expected == Shape.DATE_DAY_FIRST || expected == Shape.DATE_MONTH_FIRST);
        return either || scan.shape == expected;
    }

    /** The decimal mark of a value that is clear by itself; one of three digits behind a mark is not. */
    private char ownMark() {
        return switch (value.shape) {
            case COMMA_DECIMAL, DOT_GROUPED -> ',';
            default -> '.';
        };
    }

    private boolean number(char decimalMark, CellKind kind) {
        return (!wide && plainNumber(decimalMark)) || (looked(kind) && value.shape.isNumber() && number(decimalMark));
    }

    /** Digits with at most a sign and the decimal mark, few enough to be exact: nearly all there are. */
    private boolean plainNumber(char decimalMark) {
        int p = value.from;
        int end = value.to;
        boolean negative = value.bytes[p] == '-';
        if (negative) {
            p++;
        }
        if (end - p > 16 || p == end) {
            return false;
        }
        long mantissa = 0;
        int fractionFrom = -1;
        int digitsRead = 0;
        for (; p < end; p++) {
            byte c = value.bytes[p];
            if (c >= '0' && c <= '9') {
                mantissa = mantissa * 10 + (c - '0');
                digitsRead++;
            } else if (c == decimalMark && fractionFrom < 0) {
                fractionFrom = p + 1;
            } else {
                return false;
            }
        }
        if (digitsRead == 0 || digitsRead > 15 || (whole && fractionFrom >= 0)) {
            return false;
        }
        if (fractionFrom >= 0 && end - fractionFrom > maxScale) {
            return false;
        }
        mantissa = negative ? -mantissa : mantissa;
        number = mantissa;
        real = fractionFrom < 0 ? mantissa : mantissa / POWERS[end - fractionFrom];
        return Math.abs(real) < bound;
    }

    private boolean date(int year, int month, int day) {
        if (!Dates.valid(year, month, day) || (timestamp && scan.offset != withOffset)) {
            return false;
        }
        number = date
                ? Dates.epochDay(year, month, day)
                : Dates.epochDay(year, month, day) * 86_400_000_000L
                        + scan.microsOfDay
                        - scan.offsetMinutes * 60_000_000L;
        return !date || !scan.timed;
    }

    private boolean compact() {
        int length = value.to - value.from;
        if (value.shape != Shape.INTEGER || (!value.numbers.compactDate && !value.numbers.compactTime)) {
            return false;
        }
        long day = Dates.epochDay(
                Dates.digits(value.bytes, value.from, 4),
                Dates.digits(value.bytes, value.from + 4, 2),
                Dates.digits(value.bytes, value.from + 6, 2));
        if (date) {
            number = day;
            return length == 8;
        }
        long seconds = 0;
        if (length > 8) {
            seconds = Dates.digits(value.bytes, value.from + 8, 2) * 3600L
                    + Dates.digits(value.bytes, value.from + 10, 2) * 60L
                    + (length == 14 ? Dates.digits(value.bytes, value.from + 12, 2) : 0);
        }
        number = (day * 86_400 + seconds) * 1_000_000;
        return true;
    }

    private boolean time() {
        number = scan.microsOfDay;
        return true;
    }

    private boolean truth() {
        number = Words.isTrue(value.bytes[value.from]) ? 1 : 0;
        return true;
    }

    /** Reads a number whose fraction starts at a mark; the other mark groups thousands. */
    private boolean number(char decimalMark) {
        long mantissa = 0;
        int significant = 0;
        int scale = 0;
        boolean inFraction = false;
        boolean negative = value.negated;
        int length = 0;
        if (negative) {
            digits[length++] = '-';
        }
        for (int p = value.from; p < value.to; p++) {
            byte c = value.bytes[p];
            if (c >= '0' && c <= '9') {
                if (significant < 18) {
                    mantissa = mantissa * 10 + c - '0';
                    significant += mantissa == 0 ? 0 : 1;
                    scale += inFraction ? 1 : 0;
                } else {
                    significant++;
                    scale += inFraction && wide ? 1 : 0;
                }
            } else if (c == decimalMark) {
                inFraction = true;
            } else if (c == '-' && p == value.from) {
                negative = true;
            }
            if ((c != '.' && c != ',') || c == decimalMark) {
                if (length == digits.length) {
                    return false;
                }
                digits[length++] = c == ',' ? (byte) '.' : c;
            }
        }
        digitsUsed = length;
        if (wide) {
            return significant - scale <= ColumnType.wholeDigits(type.sql())
                    && scale <= maxScale
                    && !value.numbers.exponent;
        }
        if (whole) {
            number = negative ? -mantissa : mantissa;
            return !inFraction && !value.numbers.exponent && significant <= 18;
        }
        if (scale > maxScale || (maxScale < POWERS.length && significant > 15)) {
            return false;
        }
        if (significant <= 15 && scale < POWERS.length && !value.numbers.exponent) {
            real = mantissa / POWERS[scale];
            real = negative ? -real : real;
            return Math.abs(real) < bound;
        } else {
            real = Double.parseDouble(new String(digits, 0, length, StandardCharsets.ISO_8859_1));
        }
        return true;
    }

    public long number() {
        return number;
    }

    /** The number, whether it is whole or not. */
    public double asDouble() {
        return whole ? number : real;
    }

    public double real() {
        return real;
    }

    /** What to say of a value that did not fit. */
    public RejectReason expectation() {
        return Expectation.of(type);
    }

    /** The value without the blanks around it; of a decimal of many digits, its digits with a point. */
    public byte[] bytes() {
        if (wide) {
            return Arrays.copyOf(digits, digitsUsed);
        }
        var copy = new byte[value.to - value.from];
        System.arraycopy(value.bytes, value.from, copy, 0, copy.length);
        return copy;
    }

    private String text() {
        return new String(value.bytes, value.from, value.to - value.from, StandardCharsets.UTF_8);
    }
}
