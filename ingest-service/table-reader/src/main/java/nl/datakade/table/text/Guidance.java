package nl.datakade.table.text;

import org.jspecify.annotations.Nullable;

/**
 * What somebody said about the dialect and layout of a text; null where the text itself decides.
 *
 * @param quote 0 when quotes are ordinary characters
 * @param skippedLines lines above the header, or above the first row where there is none
 * @param headerLines lines of the header; 0 for none
 */
public record Guidance(
        @Nullable Character delimiter,
        @Nullable Character quote,
        @Nullable Integer skippedLines,
        @Nullable Integer headerLines) {

    public static final Guidance NONE = new Guidance(null, null, null, null);

    /** Whether somebody said where the table starts or how long its header is. */
    public boolean isAboutLayout() {
        return skippedLines != null || headerLines != null;
    }
}
