package nl.datakade.table.text;

/**
 * How likely a character is where it stands in a Dutch text, by its neighbours. A letter with an accent belongs in a
 * word and follows its case; a sign between two letters is hardly ever meant.
 */
final class LetterScore {

    static final int OTHER = 0;
    static final int SMALL = 1;
    static final int CAPITAL = 2;
    static final int DIGIT = 3;

    /** Another byte above 127, which may be a letter or not. */
    static final int HIGH = 4;

    private static final double WRONG = -1;
    private static final double UNDEFINED = -2;
    private static final double AT_END = 0.1;
    private static final double SIGN = 0.3;
    private static final double GOOD_SIGN = 0.6;

    private LetterScore() {}

    /** Above zero where it fits, below where it does not. */
    static double of(char c, int before, int after) {
        if (c == '\uFFFD' || (c >= 0x80 && c < 0xA0)) {
            return UNDEFINED;
        }
        return isLetter(c) ? letter(c, before, after) : sign(c, before, after);
    }

    static boolean isLetter(char c) {
        return Character.isLetter(c) && c < 0x250 && c != '\u00aa' && c != '\u00ba' && c != '\u00b5';
    }

    private static double letter(char c, int before, int after) {
        double weight = weight(Character.toLowerCase(c));
        if (Character.isUpperCase(c)) {
            if (before == SMALL) {
                return WRONG;
            }
            if (after == SMALL) {
                return before == OTHER || before == DIGIT ? weight : weight * AT_END;
            }
            return before == CAPITAL || after == CAPITAL ? weight : weight * AT_END;
        }
        if (after == CAPITAL && before != SMALL) {
            return WRONG;
        }
        boolean follows = before == SMALL || before == CAPITAL || before == HIGH;
        boolean goesOn = after == SMALL || after == HIGH;
        if (follows && goesOn) {
            return weight;
        }
        if (follows) {
            boolean ends = "\u00e9\u00e8\u00eb\u00ea\u00e0\u00e1\u00f3".indexOf(c) >= 0;
            return weight * (ends ? before == CAPITAL ? 0.7 : 0.9 : AT_END);
        }
        if (goesOn) {
            return "\u00e9\u00e8\u00ea\u00e0\u00e1".indexOf(c) >= 0 ? weight * 0.9 : weight * AT_END;
        }
        return c == '\u00e0' ? 0.5 : weight * AT_END;
    }

    /** How often a letter is met in Dutch names and words, French and German ones among them. */
    private static double weight(char small) {
        if ("\u00e9\u00eb\u00ef".indexOf(small) >= 0) {
            return 1;
        }
        if ("\u00e8\u00f6\u00fc".indexOf(small) >= 0) {
            return 0.9;
        }
        if ("\u00ea\u00e7\u00e1\u00f3".indexOf(small) >= 0) {
            return 0.5;
        }
        return "\u00e0\u00e2\u00ee\u00f4\u00fb\u00e4\u00ed\u00fa\u00f1\u00e5\u00f8\u0153\u00e6".indexOf(small) >= 0
                ? 0.3
                : 0.1;
    }

    private static double sign(char c, int before, int after) {
        boolean afterLetter = before == SMALL || before == CAPITAL;
        boolean beforeLetter = after == SMALL || after == CAPITAL;
        return switch (c) {
            case '\u00a0' -> GOOD_SIGN * 1.5;
            case '\u00ad' -> 0;
            case '\u2019' -> afterLetter || beforeLetter ? GOOD_SIGN * 1.5 : SIGN;
            case '\u201c', '\u2018', '\u201e' -> afterLetter ? WRONG : GOOD_SIGN;
            case '\u201d' -> beforeLetter ? WRONG : GOOD_SIGN;
            case '\u00ab', '\u00bb' -> afterLetter && beforeLetter ? WRONG : 0;
            case '\u2026' -> afterLetter && beforeLetter ? WRONG : GOOD_SIGN;
            case '\u20ac', '\u00a3', '\u00a9' -> afterLetter && beforeLetter ? WRONG : GOOD_SIGN;
            case '\u00b0', '\u00b2', '\u00b3' -> beforeLetter && afterLetter ? WRONG : GOOD_SIGN;
            case '\u2030' -> before == DIGIT ? SIGN : WRONG;
            case '\u2013', '\u2014', '\u00b7', '\u2022' -> afterLetter && beforeLetter ? 0 : SIGN;
            case '\u00b1', '\u00b5', '\u00bd', '\u00bc', '\u00be', '\u00a7', '\u00ae', '\u2122', '\u00d7' ->
                afterLetter && beforeLetter ? WRONG : SIGN;
            default -> afterLetter || beforeLetter ? WRONG : -SIGN;
        };
    }
}
