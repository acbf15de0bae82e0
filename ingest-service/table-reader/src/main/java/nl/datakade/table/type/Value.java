package nl.datakade.table.type;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import nl.datakade.table.row.CellKind;
import org.jspecify.annotations.Nullable;

/**
 * One value taken apart: blanks around it left out, its shape, and what a column needs to decide. Reused from value
 * to value; not for two threads.
 */
public final class Value {

    private static final byte[] ZERO = {'0'};

    byte[] bytes = new byte[0];
    int from;
    int to;
    Shape shape = Shape.TEXT;
    boolean padded;

    /** For numbers: their digits, and unit signs. */
    final NumberScan numbers = new NumberScan();

    boolean percent;
    boolean euro;

    /** Written as accounts write it: in brackets, or with the minus behind. */
    boolean negated;

    /** A dash behind a currency sign: what spreadsheets show for zero. */
    boolean dashForZero;

    /** For dates. */
    char separator;

    boolean twoDigitYear;
    boolean timed;
    boolean offset;

    /** More digits behind the second than a timestamp keeps. */
    boolean fineSeconds;

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
        return negated || bytes[from] == '-' ? -number : number;
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

    /** The start of a geometry in GeoJSON, for its first position only. */
    public @Nullable String likelyGeoJson() {
        if (shape != Shape.JSON || bytes[from] != '{') {
            return null;
        }
        var start = new String(bytes, from, Math.min(to - from, 160), StandardCharsets.UTF_8);
        return start.contains("\"coordinates\":[") ? start : null;
    }

    boolean isBlank() {
        return from == to;
    }

    /** Whether a floating point number says the same digits. */
    boolean isExactAsDouble() {
        boolean comma = shape == Shape.COMMA_DECIMAL || shape == Shape.COMMA_THREE || shape == Shape.DOT_GROUPED;
        var text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        var plain = comma ? text.replace(".", "").replace(',', '.') : text.replace(",", "");
        try {
            var number = new BigDecimal(plain);
            return number.compareTo(BigDecimal.valueOf(number.doubleValue())) == 0;
        } catch (NumberFormatException none) {
            return true;
        }
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
        negated = false;
        dashForZero = false;
        timed = false;
        offset = false;
        twoDigitYear = false;
        fineSeconds = false;
        if (from == to) {
            shape = Shape.TEXT;
            return this;
        }
        shape = kind == CellKind.JSON ? Shape.JSON : shapeOf(kind);
        return this;
    }

    private void trim() {
        trimBlanks();
        if (to - from > 3 && bytes[from] == '=' && bytes[from + 1] == '"' && bytes[to - 1] == '"') {
            from += 2; // text that a spreadsheet was to leave as it is: ="0363"
            to--;
            trimBlanks();
        }
    }

    private void trimBlanks() {
        while (from < to && blankAt(from) > 0) {
            from += blankAt(from);
        }
        while (to > from && blankBefore(to) > 0) {
            to -= blankBefore(to);
        }
    }

    private int blankBefore(int end) {
        if (isBlank(bytes[end - 1])) {
            return 1;
        }
        return end - from >= 2 && bytes[end - 1] == (byte) 0xA0 && bytes[end - 2] == (byte) 0xC2 ? 2 : 0;
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
            var number = numbers.shape(bytes, from, to);
            if (number != null) {
                return kind == CellKind.NUMBER ? certain(number) : number;
            }
            var date = date();
            if (date != null) {
                return date;
            }
            var withUnit = withUnit();
            if (withUnit != null) {
                return kind == CellKind.NUMBER ? certain(withUnit) : withUnit;
            }
            var asAccountsWrite = asAccountsWrite();
            if (asAccountsWrite != null) {
                return asAccountsWrite;
            }
            return Words.isMark(bytes, from, to) ? Shape.MARK : Shape.TEXT;
        }
        if (first == '(') {
            var asAccountsWrite = asAccountsWrite();
            return asAccountsWrite == null ? Shape.TEXT : asAccountsWrite;
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
        fineSeconds = dates.fineSeconds;
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
        if (euro && isDash(f, t)) {
            dashForZero = true;
            bytes = ZERO;
            from = 0;
            to = ZERO.length;
            return numbers.shape(bytes, from, to);
        }
        int dashes = euro ? t - withoutDashes(f, t) : 0;
        t -= dashes;
        var number = f < t ? number(f, t) : null;
        if (number == null || !number.isNumber()) {
            percent = false;
            euro = false;
            return null;
        }
        return dashes > 0 && number == Shape.DOT_THREE ? numbers.grouped() : number;
    }

    /** The number in bytes[f, t), which becomes the value when there is one. */
    private @Nullable Shape number(int f, int t) {
        var number = numbers.shape(bytes, f, t);
        if (number != null && number.isNumber()) {
            from = f;
            to = t;
        }
        if (number != null) {
            return number;
        }
        int wholeFrom = from;
        int wholeTo = to;
        from = f;
        to = t;
        var asAccountsWrite = asAccountsWrite();
        if (asAccountsWrite == null) {
            from = wholeFrom;
            to = wholeTo;
        }
        return asAccountsWrite;
    }

    /** A negative amount in brackets, or a fraction with its minus behind; or groups of digits with blanks that do not break. */
    private @Nullable Shape asAccountsWrite() {
        if (to - from < 3) {
            return null;
        }
        boolean brackets = bytes[from] == '(' && bytes[to - 1] == ')';
        boolean behind = bytes[to - 1] == '-' && bytes[from] != '-';
        if (!brackets && !behind) {
            return groupedByBlanks();
        }
        int f = brackets ? from + 1 : from;
        while (f < to - 1 && blankAt(f) > 0) {
            f += blankAt(f);
        }
        if (brackets && startsWithEuro(f, to - 1)) {
            euro = true;
            f += 3;
        }
        while (f < to - 1 && blankAt(f) > 0) {
            f += blankAt(f);
        }
        int digits = f;
        var number = digits < to - 1 && bytes[digits] >= '0' && bytes[digits] <= '9'
                ? numbers.shape(bytes, digits, to - 1)
                : null;
        boolean isAmount = number != null && number.isNumber() && (brackets || number != Shape.INTEGER);
        if (!isAmount) {
            euro = false;
            return null;
        }
        from = digits;
        to--;
        negated = true;
        return number;
    }

    /** Digits in groups of three with a no-break blank between them, plain or narrow; a mark after them starts a fraction. */
    private @Nullable Shape groupedByBlanks() {
        var plain = new byte[to - from];
        int length = 0;
        int inGroup = 0;
        int groups = 0;
        int p = from;
        while (p < to) {
            byte c = bytes[p];
            int blank = noBreakAt(p);
            if (blank > 0) {
                if ((groups == 0 && inGroup > 3) || (groups > 0 && inGroup != 3) || inGroup == 0) {
                    return null;
                }
                groups++;
                inGroup = 0;
                p += blank;
                continue;
            }
            if (c >= '0' && c <= '9') {
                inGroup++;
            } else if (c == '.' || c == ',') {
                break;
            } else if (length > 0) {
                return null;
            }
            plain[length++] = c;
            p++;
        }
        if (groups == 0 || inGroup != 3) {
            return null;
        }
        int rest = to - p;
        System.arraycopy(bytes, p, plain, length, rest);
        var number = numbers.shape(plain, 0, length + rest);
        if (number == null || !number.isNumber()) {
            return null;
        }
        bytes = plain;
        from = 0;
        to = length + rest;
        return switch (number) {
            case DOT_THREE -> Shape.DOT_DECIMAL;
            case COMMA_THREE -> Shape.COMMA_DECIMAL;
            default -> number;
        };
    }

    private int noBreakAt(int at) {
        if (bytes[at] == (byte) 0xC2 && at + 1 < to && bytes[at + 1] == (byte) 0xA0) {
            return 2;
        }
        boolean narrow = bytes[at] == (byte) 0xE2
                && at + 2 < to
                && bytes[at + 1] == (byte) 0x80
                && (bytes[at + 2] == (byte) 0xAF || bytes[at + 2] == (byte) 0x89);
        return narrow ? 3 : 0;
    }

    private boolean isDash(int f, int t) {
        boolean en = t - f == 3
                && bytes[f] == (byte) 0xE2
                && bytes[f + 1] == (byte) 0x80
                && (bytes[f + 2] == (byte) 0x93 || bytes[f + 2] == (byte) 0x92);
        return en || (t - f == 1 && bytes[f] == '-') || (t - f == 2 && bytes[f] == '-' && bytes[f + 1] == '-');
    }

    /** Round amounts end in a comma and a dash or two. */
    private int withoutDashes(int f, int t) {
        int end = t;
        while (end - f > 1 && t - end < 2 && bytes[end - 1] == '-') {
            end--;
        }
        return end < t && end - f > 1 && bytes[end - 1] == ',' ? end - 1 : t;
    }

    private boolean startsWithEuro(int f, int t) {
        return t - f >= 3
                && ((bytes[f] == (byte) 0xE2 && bytes[f + 1] == (byte) 0x82 && bytes[f + 2] == (byte) 0xAC)
                        || (bytes[f] == 'E' && bytes[f + 1] == 'U' && bytes[f + 2] == 'R'));
    }
}
