package nl.datakade.quality.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The score of a version: a weighted mean of its dimensions, each a weighted mean of its metrics. What was not measured weighs
 * nothing.
 *
 * @param overall 0 to 100, to one decimal; null when nothing could be measured
 */
public record Score(@Nullable Double overall, List<InDimension> dimensions) {

    /** A dimension's score, 0 to 100 to one decimal, with the measurements behind it; null when none could be made. */
    public record InDimension(Dimension dimension, @Nullable Double score, List<Measurement> measurements) {}

    /** Of a version whose content was not measured: what is known of its description says nothing about it. */
    public static Score none() {
        return new Score(null, List.of());
    }

    static Score of(List<Measurement> measurements) {
        var dimensions = new ArrayList<InDimension>();
        var sum = 0.0;
        var weights = 0;
        for (var dimension : Dimension.values()) {
            var own = measurements.stream()
                    .filter(measurement -> measurement.metric().dimension() == dimension)
                    .toList();
            var score = mean(own);
            dimensions.add(new InDimension(dimension, score, own));
            if (score != null) {
                sum += dimension.weight() * score;
                weights += dimension.weight();
            }
        }
        return new Score(weights == 0 ? null : (Double) Measurement.rounded(sum / weights, 1), dimensions);
    }

    private static @Nullable Double mean(List<Measurement> measurements) {
        var sum = 0.0;
        var weights = 0;
        for (var measurement : measurements) {
            if (measurement.measured()) {
                sum += measurement.metric().weight() * measurement.share();
                weights += measurement.metric().weight();
            }
        }
        return weights == 0 ? null : (Double) Measurement.rounded(100 * sum / weights, 1);
    }

    /** The dimensions that were measured, by code. */
    public Map<String, Double> byCode() {
        var scores = new LinkedHashMap<String, Double>();
        for (var dimension : dimensions) {
            if (dimension.score() != null) {
                scores.put(dimension.dimension().code(), dimension.score());
            }
        }
        return scores;
    }
}
