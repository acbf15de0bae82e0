package nl.datakade.quality.profile;

import java.time.LocalDate;
import java.util.List;
import nl.datakade.quality.semantic.Detection;
import nl.datakade.quality.semantic.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * One column.
 *
 * @param type SQL type in the Parquet files
 * @param nulls rows without a value
 * @param distinct different values
 * @param distinctExact counted, or estimated within a few per cent
 * @param numbers for numbers; null when withheld
 * @param moments for dates and points in time; null when withheld
 * @param top most frequent values that at least {@link Discretion#SMALL} rows share
 * @param histogram rows per range, small ones withheld
 * @param meanings what the values mean
 * @param withheld why something is not shown
 */
public record ColumnProfile(
        int id,
        String name,
        String label,
        String type,
        ValueKind kind,
        long rows,
        long nulls,
        long distinct,
        boolean distinctExact,
        @Nullable Numbers numbers,
        @Nullable Moments moments,
        @Nullable Texts texts,
        List<ValueCount> top,
        List<Bin> histogram,
        List<Detection> meanings,
        Withheld withheld,
        Measures measures) {

    public enum Withheld {
        NOTHING,
        /** Single values: the table is about people. */
        SINGLE_VALUES,
        /** Every value: the column itself is personal. */
        EVERY_VALUE
    }

    public long filled() {
        return rows - nulls;
    }

    public boolean personal() {
        return meanings.stream().anyMatch(Detection::personal);
    }

    /** The meaning of the values as a whole, if one was recognised. */
    public @Nullable Detection meaning() {
        return meanings.stream()
                .filter(meaning -> !meaning.withinText())
                .findFirst()
                .orElse(null);
    }

    /** Statistics of numbers; least and greatest are null when withheld. Quantiles are values that occur. */
    public record Numbers(
            @Nullable Double least,
            @Nullable Double greatest,
            double mean,
            double deviation,
            double p01,
            double p05,
            double p25,
            double median,
            double p75,
            double p95,
            double p99) {}

    /** The first and the last moment, in ISO 8601; null when withheld. */
    public record Moments(
            @Nullable String earliest, @Nullable String latest) {}

    /** Lengths in characters, and how values are built: {@code A} for a capital, {@code a}, {@code 9}, runs of letters with +. */
    public record Texts(int shortest, int longest, double meanLength, List<Pattern> patterns) {}

    /** Share of the values looked at that are built so. */
    public record Pattern(String mask, double share) {}

    public record ValueCount(String value, long rows) {}

    /**
     * A range of a histogram, closed below.
     *
     * @param rows null when fewer than {@link Discretion#SMALL} in a table about people
     */
    public record Bin(String from, String to, @Nullable Long rows) {}

    /**
     * Figures that the score is computed from; shares are of the filled rows or of the values looked at, 0 to 1.
     *
     * @param placeholders rows with a stroke, a full stop, "n.v.t." or the like for a value
     * @param outliers numbers further than three times the interquartile range from the middle half
     * @param future moments after the delivery
     * @param ancient moments before 1900
     * @param newest last moment up to the delivery
     * @param numberShare share of text values that are numbers
     * @param variants rows that differ only in capitals or blanks from a more frequent value
     * @param inside share of coordinates that lie in the Netherlands; null for other columns
     * @param precise share of coordinates given to a metre or better; null for other columns
     * @param rounded share of dates that are the first of January; null for other columns
     */
    public record Measures(
            long placeholders,
            long outliers,
            long future,
            long ancient,
            @Nullable LocalDate newest,
            double numberShare,
            long variants,
            @Nullable Double inside,
            @Nullable Double precise,
            @Nullable Double rounded) {}
}
