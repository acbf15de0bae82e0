package nl.datakade.quality.semantic;

import org.jspecify.annotations.Nullable;

/**
 * A meaning found in a column, with the evidence for it; never with a value.
 *
 * @param confidence 0 to 1
 * @param tested distinct values looked at, or rows when {@code withinText}
 * @param share part of those that fit
 * @param namedBy the word in the column's name that pointed at it
 * @param withinText found inside running text instead of being the whole value
 * @param personal whether these values say something about a person, given the rest of the table
 */
public record Detection(
        SemanticType type,
        double confidence,
        long tested,
        double share,
        @Nullable String namedBy,
        boolean withinText,
        boolean personal) {

    static Detection whole(SemanticType type, double confidence, long tested, double share, @Nullable String namedBy) {
        return new Detection(
                type,
                Math.min(0.99, Math.round(confidence * 100) / 100.0),
                tested,
                share,
                namedBy,
                false,
                type.bearing() == Bearing.PERSON);
    }

    Detection personal(boolean value) {
        return new Detection(type, confidence, tested, share, namedBy, withinText, value);
    }
}
