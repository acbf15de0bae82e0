package nl.datakade.quality.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nl.datakade.quality.profile.ColumnProfile.Measures;
import nl.datakade.quality.semantic.ColumnSample;
import nl.datakade.quality.semantic.Detection;
import nl.datakade.quality.semantic.SemanticType;
import nl.datakade.quality.semantic.ValueKind;
import org.jspecify.annotations.Nullable;

/** Draws from a column what the score needs later, so that a change of metadata asks for no second look at the data. */
final class Measuring {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)*");
    private static final Pattern METRE_IN_DEGREES = Pattern.compile("-?\\d+\\.\\d{5,}");
    private static final int ENOUGH = 20;

    private Measuring() {}

    static Measures of(Overview.Figures column, Distribution distribution, List<Detection> meanings) {
        var sample = distribution.sample();
        return new Measures(
                column.placeholders(),
                distribution.outliers(),
                distribution.future(),
                distribution.ancient(),
                distribution.newest(),
                column.kind() == ValueKind.TEXT ? share(sample, NUMBER.asMatchPredicate()) : 0,
                column.kind() == ValueKind.TEXT && sample.complete() ? variants(sample) : 0,
                inside(sample, meanings),
                precise(sample, meanings),
                column.kind().isMoment() && distribution.distinct() >= ENOUGH
                        ? (Double) rowShare(sample, value -> value.substring(4).startsWith("-01-01"))
                        : null);
    }

    /** Rows whose value another, more frequent one differs from in capitals or blanks only. */
    static long variants(ColumnSample sample) {
        var commonest = new HashMap<String, Long>();
        var all = new HashMap<String, Long>();
        for (var value : sample.values()) {
            var plain = value.text().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
            commonest.merge(plain, value.rows(), Math::max);
            all.merge(plain, value.rows(), Long::sum);
        }
        return all.entrySet().stream()
                .mapToLong(entry -> entry.getValue() - commonest.getOrDefault(entry.getKey(), 0L))
                .sum();
    }

    private static @Nullable Double inside(ColumnSample sample, List<Detection> meanings) {
        for (var meaning : meanings) {
            switch (meaning.type()) {
                case LATITUDE -> {
                    return rowShare(sample, between(50.7, 53.6));
                }
                case LONGITUDE -> {
                    return rowShare(sample, between(3.2, 7.3));
                }
                case RD_X -> {
                    return rowShare(sample, between(10_000, 280_000));
                }
                case RD_Y -> {
                    return rowShare(sample, between(300_000, 625_000));
                }
                default -> {}
            }
        }
        return null;
    }

    private static @Nullable Double precise(ColumnSample sample, List<Detection> meanings) {
        for (var meaning : meanings) {
            if (meaning.type() == SemanticType.LATITUDE || meaning.type() == SemanticType.LONGITUDE) {
                return rowShare(sample, METRE_IN_DEGREES.asMatchPredicate());
            }
            if (meaning.type() == SemanticType.RD_X || meaning.type() == SemanticType.RD_Y) {
                return rowShare(sample, value -> !value.endsWith("000") && !value.endsWith("000.0"));
            }
        }
        return null;
    }

    private static Predicate<String> between(double least, double most) {
        return value -> {
            var number = Double.parseDouble(value);
            return number >= least && number <= most;
        };
    }

    private static double share(ColumnSample sample, Predicate<String> fits) {
        return Rounding.share(
                sample.values().stream()
                        .filter(value -> fits.test(value.text().strip()))
                        .count(),
                sample.values().size());
    }

    private static double rowShare(ColumnSample sample, Predicate<String> fits) {
        var rows = 0L;
        var fitting = 0L;
        for (var value : sample.values()) {
            rows += value.rows();
            fitting += fits.test(value.text()) ? value.rows() : 0;
        }
        return Rounding.share(fitting, rows);
    }
}
