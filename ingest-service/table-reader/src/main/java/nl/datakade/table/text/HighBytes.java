package nl.datakade.table.text;

import java.nio.charset.Charset;

/** The bytes above 127 of a text that are no UTF-8, counted by what stands before and after them. */
final class HighBytes {

    private static final int KINDS = 5;
    private static final int CONTROLS_END = 0xA0;

    private final long[] counts = new long[128 * KINDS * KINDS];
    private final long[] values = new long[128];
    private long total;
    private long firstLine;

    void add(byte[] bytes, int at, int end, long line) {
        int value = bytes[at] & 0x7F;
        int before = at == 0 ? LetterScore.OTHER : kind(bytes[at - 1]);
        int after = at + 1 < end ? kind(bytes[at + 1]) : LetterScore.OTHER;
        counts[(value * KINDS + before) * KINDS + after]++;
        values[value]++;
        firstLine = total++ == 0 ? line : firstLine;
    }

    private static int kind(byte b) {
        if (b < 0) {
            return LetterScore.HIGH;
        }
        if (b >= 'a' && b <= 'z') {
            return LetterScore.SMALL;
        }
        if (b >= 'A' && b <= 'Z') {
            return LetterScore.CAPITAL;
        }
        return b >= '0' && b <= '9' ? LetterScore.DIGIT : LetterScore.OTHER;
    }

    long total() {
        return total;
    }

    /** The line of the first of them. */
    long firstLine() {
        return firstLine;
    }

    /** How often a byte was met. */
    long of(int value) {
        return values[value & 0x7F];
    }

    /** How many lie where ISO 8859 has control characters only. */
    long controls() {
        long controls = 0;
        for (int value = 0x80; value < CONTROLS_END; value++) {
            controls += of(value);
        }
        return controls;
    }

    /** How many are no character in an encoding. */
    long undefinedIn(Charset charset) {
        long undefined = 0;
        for (int value = 0x80; value < 0x100; value++) {
            if (of(value) > 0 && isUndefined(decoded(charset, value))) {
                undefined += of(value);
            }
        }
        return undefined;
    }

    static boolean isUndefined(char c) {
        return c == '\uFFFD' || (c >= 0x80 && c < CONTROLS_END);
    }

    static char decoded(Charset charset, int value) {
        return new String(new byte[] {(byte) value}, charset).charAt(0);
    }

    /** How well what comes out of them in an encoding fits its surroundings. */
    double score(Charset charset) {
        return score(charset, false);
    }

    /** How well the letters alone do that are among it. */
    double letterScore(Charset charset) {
        return score(charset, true);
    }

    private double score(Charset charset, boolean lettersOnly) {
        double score = 0;
        for (int value = 0; value < 128; value++) {
            char c = decoded(charset, value | 0x80);
            if (values[value] == 0 || (lettersOnly && !LetterScore.isLetter(c))) {
                continue;
            }
            for (int before = 0; before < KINDS; before++) {
                for (int after = 0; after < KINDS; after++) {
                    long times = counts[(value * KINDS + before) * KINDS + after];
                    score += times == 0 ? 0 : times * LetterScore.of(c, before, after);
                }
            }
        }
        return score;
    }
}
