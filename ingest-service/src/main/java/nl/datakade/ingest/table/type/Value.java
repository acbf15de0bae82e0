package nl.datakade.ingest.table.type;

import java.nio.charset.StandardCharsets;
import nl.datakade.ingest.table.row.CellKind;
import org.jspecify.annotations.Nullable;

/**
 * One value taken apart: blanks around it left out, its shape, and what a column needs to decide. Reused from value
 * to value; not for two threads.
 */
public final class Value {

    byte[] bytes = new byte[0];
    int from;
    int to;
    Shape shape = Shape.TEXT;
    boolean padded;

    /** For numbers: digits before and after the decimal mark, unit signs. */
    int whole;

    int fraction;
    boolean exponent;
    boolean percent;
    boolean euro;
    boolean compactDate;
    boolean compactTime;

    /** For dates. */
    char separator;

    boolean twoDigitYear;
    boolean timed;
    boolean offset;

    private final DateScan dates = new DateScan();

    public Shape shape() {
        return shape;
    }

    /** The number as it most likely is, for ranges only; not a number when it is none. */
    public double likelyNumber() {
        if (!shape.isNumber() || to - from > 30) {
            return Double.NaN;
        }
        boolean comma = shape == Shape.COMMA_DECIMAL || shape == Shape.COMMA_THREE || shape == Shape.DOT_GROUPED;
        double number = 0;
        double scale = 0;
        for (int i = from; i < to; i++) {
            byte c = bytes[i];
            if (c >= '0' && c <= '9') {
                number = number * 10 + (c - '0');
                scale *= 10;
            } else if (c == (comma ? ',' : '.')) {
                scale = 1;
            } else if (c == 'e' || c == 'E') {
                return Double.NaN;
            }
        }
        number = scale > 0 ? number / scale : number;
        return bytes[from] == '-' ? -number : number;
    }

    /** The value as text when it opens with a letter and a bracket follows soon, as well-known text does. */
    public @Nullable String likelyWellKnownText() {
        if (shape != Shape.TEXT || to - from < 9 || (bytes[from] | 0x20) < 'a' || (bytes[from] | 0x20) > 'z') {
            return null;
        }
        for (int i = from; i < Math.min(to, from + 22); i++) {
            if (bytes[i] == '(') {
                return new String(bytes, from, Math.min(to - from, 120), StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    boolean isBlank() {
        return from == to;
    }

    /** Looks at bytes[f, t) in UTF-8 for no more than the blanks around the value. */
    void trim(byte[] source, int f, int t) {
        bytes = source;
        from = f;
        to = t;
        trim();
    }

    /** Looks at bytes[f, t) in UTF-8. */
    public Value look(byte[] source, int f, int t, CellKind kind) {
        bytes = source;
        from = f;
        to = t;
        trim();
        padded = to - from != t - f && from != to;
        percent = false;
        euro = false;
        exponent = false;
        compactDate = false;
        compactTime = false;
        timed = false;
        offset = false;
        twoDigitYear = false;
        if (from == to) {
            shape = Shape.TEXT;
            return this;
        }
        shape = kind == CellKind.JSON ? Shape.JSON : shapeOf(kind);
        return this;
    }

    private void trim() {
        while (from < to && blankAt(from) > 0) {
            from += blankAt(from);
        }
        while (to > from) {
            if (isBlank(bytes[to - 1])) {
                to--;
            } else if (to - from >= 2 && bytes[to - 1] == (byte) 0xA0 && bytes[to - 2] == (byte) 0xC2) {
                to -= 2;
            } else {
                return;
            }
        }
    }

    private int blankAt(int at) {
        if (isBlank(bytes[at])) {
            return 1;
        }
        return bytes[at] == (byte) 0xC2 && at + 1 < to && bytes[at + 1] == (byte) 0xA0 ? 2 : 0;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    private Shape shapeOf(CellKind kind) {
        byte first = bytes[from];
        if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.' || first == ',') {
            var number = number(from, to);
            if (number != null) {
                return kind == CellKind.NUMBER ? certain(number) : number;
            }
            var date = date();
            if (date != null) {
                return date;
            }
            var withUnit = withUnit();
            if (withUnit != null) {
                return withUnit;
            }
            return Words.isMark(bytes, from, to) ? Shape.MARK : Shape.TEXT;
        }
        if (first == (byte) 0xE2 || first == 'E' || first == 'e') {
            var withUnit = withUnit();
            if (withUnit != null) {
                return withUnit;
            }
        }
        return to - from > Words.LONGEST ? Shape.TEXT : Words.shape(bytes, from, to);
    }

    /** A number the format itself marks as one has a dot for its fraction, never for thousands. */
    private static Shape certain(Shape number) {
        return switch (number) {
            case DOT_THREE -> Shape.DOT_DECIMAL;
            case LEADING_ZERO, COMMA_THREE, COMMA_DECIMAL, DOT_GROUPED, COMMA_GROUPED -> Shape.TEXT;
            default -> number;
        };
    }

    private @Nullable Shape date() {
        if (!dates.scan(bytes, from, to)) {
            return null;
        }
        separator = dates.separator;
        twoDigitYear = dates.twoDigitYear;
        timed = dates.timed;
        offset = dates.offset;
        return dates.shape;
    }

    private @Nullable Shape withUnit() {
        int f = from;
        int t = to;
        if (bytes[t - 1] == '%') {
            t--;
            percent = true;
        } else if (startsWithEuro(f, t)) {
            f += 3;
            euro = true;
        } else if (t - f > 3 && startsWithEuro(t - 3, t)) {
            t -= 3;
            euro = true;
        } else {
            return null;
        }
        while (f < t && blankAt(f) > 0) {
            f += blankAt(f);
        }
        while (t > f && isBlank(bytes[t - 1])) {
            t--;
        }
        if (euro && t - f > 2 && bytes[t - 1] == '-' && bytes[t - 2] == ',') {
            t -= 2;
        }
        var number = f < t ? number(f, t) : null;
        if (number == null || !number.isNumber()) {
            percent = false;
            euro = false;
            return null;
        }
        from = f;
        to = t;
        return number;
    }

    private boolean startsWithEuro(int f, int t) {
        return t - f >= 3
                && ((bytes[f] == (byte) 0xE2 && bytes[f + 1] == (byte) 0x82 && bytes[f + 2] == (byte) 0xAC)
                        || (bytes[f] == 'E' && bytes[f + 1] == 'U' && bytes[f + 2] == 'R'));
    }

    /** The shape of a number, or null when it is none. */
    private @Nullable Shape number(int f, int t) {
        int p = f;
        boolean signed = bytes[p] == '-' || bytes[p] == '+';
        if (signed) {
            p++;
        }
        int start = p;
        int digits = 0;
        int dots = 0;
        int commas = 0;
        int lastMark = -1;
        int firstMark = -1;
        boolean evenGroups = true;
        for (; p < t; p++) {
            byte c = bytes[p];
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' || c == ',') {
                if (lastMark >= 0 && p - lastMark != 4) {
                    evenGroups = false;
                }
                if (firstMark < 0) {
                    firstMark = p;
                }
                lastMark = p;
                dots += c == '.' ? 1 : 0;
                commas += c == ',' ? 1 : 0;
            } else {
                break;
            }
        }
        int end = p;
        if (digits == 0 || (p < t && !exponentAt(p, t))) {
            return null;
        }
        exponent = p < t;
        if (dots + commas == 0) {
            return exponent ? Shape.DOT_DECIMAL : digitsOnly(start, end, digits, signed);
        }
        whole = firstMark - start;
        fraction = end - lastMark - 1;
        char last = (char) bytes[lastMark];
        boolean leadingZero = bytes[start] == '0';
        if (dots + commas == 1) {
            if (whole > 1 && leadingZero) {
                return null;
            }
            boolean three = fraction == 3 && whole >= 1 && whole <= 3 && !leadingZero && !exponent;
            if (last == '.') {
                return three ? Shape.DOT_THREE : Shape.DOT_DECIMAL;
            }
            return three ? Shape.COMMA_THREE : Shape.COMMA_DECIMAL;
        }
        if (exponent || leadingZero || whole < 1 || whole > 3) {
            return null;
        }
        whole = digits - fraction;
        if (dots == 0 || commas == 0) {
            if (!evenGroups || fraction != 3) {
                return null;
            }
            whole = digits;
            fraction = 0;
            return last == '.' ? Shape.DOT_GROUPED : Shape.COMMA_GROUPED;
        }
        boolean oneDecimalMark = last == '.' ? dots == 1 : commas == 1;
        if (!oneDecimalMark || !groupsOfThree(firstMark, lastMark)) {
            return null;
        }
        return last == ',' ? Shape.DOT_GROUPED : Shape.COMMA_GROUPED;
    }

    private boolean groupsOfThree(int firstMark, int lastMark) {
        for (int i = firstMark; i < lastMark; i++) {
            boolean mark = bytes[i] < '0';
            if (mark != ((i - firstMark) % 4 == 0)) {
                return false;
            }
        }
        return (lastMark - firstMark) % 4 == 0;
    }

    /** An exponent with a sign or after a fraction; {@code 2E1} may as well be a staircase. */
    private boolean exponentAt(int at, int t) {
        if ((bytes[at] != 'e' && bytes[at] != 'E') || at + 1 >= t) {
            return false;
        }
        int p = at + 1;
        boolean signed = bytes[p] == '-' || bytes[p] == '+';
        if (signed) {
            p++;
        }
        int first = p;
        while (p < t && bytes[p] >= '0' && bytes[p] <= '9') {
            p++;
        }
        boolean fractionBefore = false;
        for (int i = from; i < at; i++) {
            fractionBefore |= bytes[i] == '.' || bytes[i] == ',';
        }
        return p == t && p > first && p - first <= 3 && (signed || fractionBefore);
    }

    private Shape digitsOnly(int start, int end, int digits, boolean signed) {
        whole = digits;
        fraction = 0;
        if (bytes[start] == '0' && digits > 1) {
            return Shape.LEADING_ZERO;
        }
        if (digits > 18) {
            return Shape.LONG_DIGITS;
        }
        if (!signed && (digits == 8 || digits == 12 || digits == 14)) {
            compactDate = digits == 8 && Dates.compactDate(bytes, start);
            compactTime =
                    digits != 8 && Dates.compactDate(bytes, start) && Dates.compactTime(bytes, start + 8, digits - 8);
        }
        return Shape.INTEGER;
    }
}
