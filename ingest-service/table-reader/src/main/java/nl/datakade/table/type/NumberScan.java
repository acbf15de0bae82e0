package nl.datakade.table.type;

import org.jspecify.annotations.Nullable;

/** Takes a number apart. Which mark starts its fraction is not its to say where both might: the column decides. */
final class NumberScan {

    /** More digits after a plus sign are a telephone number. */
    private static final int LONGEST_WITH_PLUS = 8;

    /** Digits before and after the decimal mark. */
    int whole;

    int fraction;
    boolean exponent;
    boolean compactDate;
    boolean compactTime;

    private byte[] bytes = new byte[0];

    /** The shape of a number, or null when it is none. */
    @Nullable
    Shape shape(byte[] source, int f, int t) {
        bytes = source;
        exponent = false;
        compactDate = false;
        compactTime = false;
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
        if (digits == 0 || (p < t && !exponentAt(f, p, t))) {
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

    /** The number just taken apart has a fraction already, so that its dot groups thousands. */
    Shape grouped() {
        whole += fraction;
        fraction = 0;
        return Shape.DOT_GROUPED;
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
    private boolean exponentAt(int f, int at, int t) {
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
        for (int i = f; i < at; i++) {
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
        if (digits > 18 || (signed && bytes[start - 1] == '+' && digits > LONGEST_WITH_PLUS)) {
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
