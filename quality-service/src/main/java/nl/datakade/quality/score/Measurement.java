package nl.datakade.quality.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A metric's outcome: {@code part} of {@code whole}. Nothing to divide by means not measured, which is neither good nor bad.
 */
public record Measurement(Metric metric, double part, double whole) {

    static Measurement of(Metric metric, double part, double whole) {
        return new Measurement(metric, rounded(part, 4), rounded(whole, 4));
    }

    static Measurement of(Metric metric, long part, long whole) {
        return new Measurement(metric, (double) part, (double) whole);
    }

    static Measurement when(Metric metric, boolean holds) {
        return new Measurement(metric, holds ? 1 : 0, 1);
    }

    static Measurement none(Metric metric) {
        return new Measurement(metric, 0, 0);
    }

    public boolean measured() {
        return whole > 0;
    }

    /** 0 to 100, to one decimal; null when not measured. */
    public @Nullable Double score() {
        return measured() ? (Double) rounded(100 * share(), 1) : null;
    }

    double share() {
        return Math.clamp(part / whole, 0, 1);
    }

    static double rounded(double number, int decimals) {
        return BigDecimal.valueOf(number)
                .setScale(6, RoundingMode.HALF_UP) // 96.25 stays so, whatever binary made of it
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
