package nl.datakade.table.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Numbers as spreadsheets store them, in digits with a point. */
final class Numbers {

    /** Spreadsheets show no more digits; what stands behind them in a stored fraction is rounding of the machine. */
    private static final MathContext DIGITS = new MathContext(15);

    /** What a floating point number has at most. */
    private static final int STORED_DIGITS = 17;

    private static final int LONGEST_PLAIN = 15;
    private static final int MOST_ZEROS = 40;
    private static final int LONGEST = 100;

    private Numbers() {}

    /** Null when the text is no number, or one of absurd size. */
    static @Nullable BigDecimal exact(String stored) {
        if (stored.length() > LONGEST) {
            return null;
        }
        try {
            var number = new BigDecimal(stored.strip());
            boolean noise = number.scale() > 0 && number.precision() > DIGITS.getPrecision();
            if (noise && number.precision() <= STORED_DIGITS) {
                number = number.round(DIGITS);
            }
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            return Math.abs((long) number.scale()) > MOST_ZEROS + STORED_DIGITS ? null : number;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /** Whether the stored text is what a plain number looks like already. */
    static boolean isPlain(String stored) {
        if (stored.isEmpty() || stored.length() > LONGEST_PLAIN) {
            return false;
        }
        int marks = 0;
        for (int i = 0; i < stored.length(); i++) {
            char c = stored.charAt(i);
            marks += c == '.' ? 1 : 0;
            if ((c < '0' || c > '9') && c != '.' && (c != '-' || i > 0)) {
                return false;
            }
        }
        boolean zeroInFront = stored.length() > 1 && stored.charAt(0) == '0' && stored.charAt(1) != '.';
        return marks == 0 && !zeroInFront && !stored.equals("-");
    }
}
