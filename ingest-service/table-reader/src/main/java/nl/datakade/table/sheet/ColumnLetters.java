package nl.datakade.table.sheet;

/** Columns as spreadsheets name them: A to Z, AA and on. */
public final class ColumnLetters {

    private ColumnLetters() {}

    static String of(int column) {
        var letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /** The column in a reference as {@code AB12}, or -1. */
    public static int column(CharSequence reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && i < 4; i++) {
            int letter = (reference.charAt(i) | 0x20) - 'a';
            if (letter < 0 || letter > 25) {
                break;
            }
            column = column * 26 + letter + 1;
        }
        return column - 1;
    }

    /** The row in a reference as {@code AB12}, or 0. */
    public static long row(String reference) {
        int start = 0;
        while (start < reference.length() && !Character.isDigit(reference.charAt(start))) {
            start++;
        }
        var digits = reference.substring(start);
        return digits.matches("\\d{1,9}") ? Long.parseLong(digits) : 0;
    }
}
