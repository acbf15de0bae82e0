package nl.datakade.quality.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounding that makes the same data give the same figures, whatever order the engine added them in. */
final class Rounding {
    private static final MathContext SIGNIFICANT = new MathContext(9, RoundingMode.HALF_EVEN);

    private Rounding() {}

    static double rounded(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number).round(SIGNIFICANT).doubleValue()
                : 0;
    }

    static double share(long part, long whole) {
        return whole == 0 ? 0 : rounded((double) part / whole);
    }
}
