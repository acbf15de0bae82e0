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

    /** For numbers: their digits, and unit signs. */
    final NumberScan numbers = new NumberScan();

    boolean percent;
    boolean euro;

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
        int dashes = euro ? t - withoutDashes(f, t) : 0;
        t -= dashes;
        var number = f < t ? numbers.shape(bytes, f, t) : null;
        if (number == null || !number.isNumber()) {
            percent = false;
            euro = false;
            return null;
        }
        from = f;
        to = t;
        return dashes > 0 && number == Shape.DOT_THREE ? numbers.grouped() : number;
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
