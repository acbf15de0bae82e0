package nl.datakade.ingest.table.type;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import nl.datakade.ingest.table.row.CellKind;

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
    private final Set<String> marks;
    private final int longestMark;
    private final Value value = new Value();
    private final DateScan scan = new DateScan();
    private final byte[] digits = new byte[64];
    private long number;
    private double real;

    public ValueReader(ColumnType type) {
        this.type = type;
        this.whole = type.sql().equals("BIGINT");
        this.date = type.sql().equals("DATE");
        this.marks = new HashSet<>(type.marks().keySet());
        this.longestMark = marks.stream()
                .mapToInt(mark -> mark.getBytes(StandardCharsets.UTF_8).length)
                .max()
                .orElse(0);
    }

    public Result read(byte[] bytes, int from, int to, CellKind kind) {
        value.look(bytes, from, to, type.isText() && kind == CellKind.TEXT ? CellKind.JSON : kind);
        if (value.isBlank()) {
            return Result.MISSING;
        }
        if (longestMark > 0 && value.to - value.from <= longestMark && marks.contains(text())) {
            return Result.MISSING;
        }
        boolean fits = switch (type.notation()) {
            case TEXT, JSON -> true;
            case INTEGER, DOT_NUMBER -> value.shape.isNumber() && number('.');
            case COMMA_NUMBER -> value.shape.isNumber() && number(kind == CellKind.NUMBER ? '.' : ',');
            case YEAR_FIRST -> value.shape == Shape.DATE_ISO && date(scanned(), scan.first, scan.second);
            case DAY_FIRST -> isNumeric(value.shape, Shape.DATE_DAY_FIRST) && date(scanned(), scan.second, scan.first);
            case MONTH_FIRST ->
                isNumeric(value.shape, Shape.DATE_MONTH_FIRST) && date(scanned(), scan.first, scan.second);
            case MONTH_NAME -> value.shape == Shape.DATE_NAMED && date(scanned(), scan.first, scan.second);
            case COMPACT_DATE, COMPACT_TIMESTAMP -> compact();
            case TIME -> value.shape == Shape.TIME && time();
            case BOOLEAN -> value.shape.isBoolean() && truth();
        };
        return fits ? Result.VALUE : Result.MISFIT;
    }

    private static boolean isNumeric(Shape shape, Shape order) {
        return shape == Shape.DATE_EITHER || shape == order;
    }

    private int scanned() {
        scan.scan(value.bytes, value.from, value.to);
        return scan.year;
    }

    private boolean date(int year, int month, int day) {
        if (!Dates.valid(year, month, day)) {
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
        if (!value.compactDate && !value.compactTime) {
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
        scanned();
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
        boolean negative = false;
        int length = 0;
        for (int p = value.from; p < value.to; p++) {
            byte c = value.bytes[p];
            if (c >= '0' && c <= '9') {
                if (significant < 18) {
                    mantissa = mantissa * 10 + c - '0';
                    significant += mantissa == 0 ? 0 : 1;
                    scale += inFraction ? 1 : 0;
                } else {
                    significant++;
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
        if (whole) {
            number = negative ? -mantissa : mantissa;
            return !inFraction && !value.exponent && significant <= 18;
        }
        if (significant <= 15 && scale < POWERS.length && !value.exponent) {
            real = mantissa / POWERS[scale];
            real = negative ? -real : real;
        } else {
            real = Double.parseDouble(new String(digits, 0, length, StandardCharsets.ISO_8859_1));
        }
        return true;
    }

    public long number() {
        return number;
    }

    public double real() {
        return real;
    }

    /** The value without the blanks around it. */
    public byte[] bytes() {
        var copy = new byte[value.to - value.from];
        System.arraycopy(value.bytes, value.from, copy, 0, copy.length);
        return copy;
    }

    private String text() {
        return new String(value.bytes, value.from, value.to - value.from, StandardCharsets.UTF_8);
    }
}
