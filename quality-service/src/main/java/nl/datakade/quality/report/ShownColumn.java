package nl.datakade.quality.report;

import java.util.List;
import nl.datakade.quality.profile.ColumnProfile;
import nl.datakade.quality.profile.ColumnProfile.Bin;
import nl.datakade.quality.profile.ColumnProfile.Moments;
import nl.datakade.quality.profile.ColumnProfile.Pattern;
import nl.datakade.quality.profile.ColumnProfile.ValueCount;
import nl.datakade.quality.profile.ColumnProfile.Withheld;
import org.jspecify.annotations.Nullable;

/** What is shown of a column; what is suppressed is null or empty. */
record ShownColumn(
        ColumnProfile column,
        @Nullable Long filled,
        @Nullable Long nulls,
        @Nullable Long placeholders,
        @Nullable Long distinct,
        @Nullable Numbers numbers,
        @Nullable Moments moments,
        @Nullable Texts texts,
        List<ValueCount> top,
        List<Bin> histogram,
        Withheld withheld) {

    /** Statistics of numbers; where they are generalised, rounded to two digits, and without those of few rows. */
    record Numbers(
            @Nullable Double least,
            @Nullable Double greatest,
            double mean,
            double deviation,
            @Nullable Double p01,
            @Nullable Double p05,
            @Nullable Double p25,
            @Nullable Double median,
            @Nullable Double p75,
            @Nullable Double p95,
            @Nullable Double p99) {}

    /** Lengths in characters, and how values are built. */
    record Texts(@Nullable Integer shortest, @Nullable Integer longest, double meanLength, List<Pattern> patterns) {}

    /** All that was kept of it. */
    static ShownColumn whole(ColumnProfile column) {
        var numbers = column.numbers();
        var texts = column.texts();
        return new ShownColumn(
                column,
                column.filled(),
                column.nulls(),
                column.measures().placeholders(),
                column.distinct(),
                numbers == null
                        ? null
                        : new Numbers(
                                numbers.least(),
                                numbers.greatest(),
                                numbers.mean(),
                                numbers.deviation(),
                                numbers.p01(),
                                numbers.p05(),
                                numbers.p25(),
                                numbers.median(),
                                numbers.p75(),
                                numbers.p95(),
                                numbers.p99()),
                column.moments(),
                texts == null
                        ? null
                        : new Texts(texts.shortest(), texts.longest(), texts.meanLength(), texts.patterns()),
                column.top(),
                column.histogram(),
                column.withheld());
    }
}
