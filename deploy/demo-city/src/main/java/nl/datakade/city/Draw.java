package nl.datakade.city;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Chance that falls out the same everywhere: {@link Random}'s algorithm is specified in its documentation, and what is
 * derived from it here uses {@link StrictMath}.
 */
final class Draw {
    private final Random random;

    /** Every subject has a series of its own, so that a new dataset changes nothing in the others. */
    Draw(String subject) {
        long seed = 1_125_899_906_842_597L;
        for (int i = 0; i < subject.length(); i++) {
            seed = 31 * seed + subject.charAt(i);
        }
        this.random = new Random(seed);
    }

    double fraction() {
        return random.nextDouble();
    }

    boolean chance(double probability) {
        return fraction() < probability;
    }

    int below(int bound) {
        return (int) (fraction() * bound);
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    double between(double least, double most) {
        return least + fraction() * (most - least);
    }

    /** About the normal distribution: the sum of twelve fractions. */
    double normal(double mean, double deviation) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += fraction();
        }
        return mean + deviation * sum;
    }

    /** How often something happens that happens {@code mean} times on average. */
    int count(double mean) {
        if (mean > 40) {
            return (int) Math.max(0, Math.round(normal(mean, Math.sqrt(mean))));
        }
        double threshold = StrictMath.exp(-mean);
        double product = fraction();
        int count = 0;
        while (product > threshold) {
            product *= fraction();
            count++;
        }
        return count;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** The first choices are the likelier: each next one half as likely as an even spread would make it. */
    <T> T mostlyFirstOf(List<T> choices) {
        double skewed = fraction() * fraction();
        return choices.get((int) (skewed * choices.size()));
    }

    LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(below((int) (last.toEpochDay() - first.toEpochDay()) + 1));
    }

    static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
