package nl.datakade.quality.profile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.quality.profile.ColumnProfile.Bin;
import nl.datakade.quality.profile.ColumnProfile.Moments;
import nl.datakade.quality.profile.ColumnProfile.Numbers;
import nl.datakade.quality.profile.ColumnProfile.ValueCount;
import nl.datakade.quality.profile.ColumnProfile.Withheld;
import nl.datakade.quality.semantic.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * What of a column may be shown. Of a personal column no value at all; in a table about people no value that fewer than
 * {@link #SMALL} rows share; of text never the first or the last in order, in any table.
 */
record Discretion(Withheld withheld) {
    /** The threshold of ACRO, the published rules for output of research environments. */
    static final int SMALL = 10;

    private static final int ENOUGH_FOR_QUANTILES = 100;

    static Discretion of(boolean personal, boolean aboutPeople) {
        return new Discretion(
                personal ? Withheld.EVERY_VALUE : aboutPeople ? Withheld.SINGLE_VALUES : Withheld.NOTHING);
    }

    @Nullable
    Numbers numbers(Overview.Figures column) {
        if (!column.kind().isNumber() || column.quantiles().isEmpty() || hidesQuantiles(column)) {
            return null;
        }
        var q = column.quantiles().stream().map(Rounding::rounded).toList();
        var extremes = withheld == Withheld.NOTHING;
        return new Numbers(
                extremes && column.least() != null ? Double.valueOf(column.least()) : null,
                extremes && column.greatest() != null ? Double.valueOf(column.greatest()) : null,
                Rounding.rounded(column.mean()),
                Rounding.rounded(column.deviation()),
                q.get(0),
                q.get(1),
                q.get(2),
                q.get(3),
                q.get(4),
                q.get(5),
                q.get(6));
    }

    @Nullable
    Moments moments(Overview.Figures column) {
        if (!column.kind().isMoment() || withheld == Withheld.EVERY_VALUE) {
            return null;
        }
        return withheld == Withheld.NOTHING ? new Moments(column.least(), column.greatest()) : new Moments(null, null);
    }

    List<ValueCount> top(Overview.Figures column, Distribution distribution) {
        if (withheld == Withheld.EVERY_VALUE) {
            return List.of();
        }
        var least = withheld == Withheld.NOTHING && column.kind() != ValueKind.TEXT ? 2 : SMALL;
        return distribution.top().stream()
                .filter(value -> value.rows() >= least)
                .toList();
    }

    List<Bin> histogram(Overview.Figures column, Distribution distribution) {
        if (distribution.bins().isEmpty() || hidesQuantiles(column)) {
            return List.of();
        }
        var low = column.quantiles().getFirst();
        var width = (column.quantiles().getLast() - low) / Distribution.BINS;
        var bins = new ArrayList<Bin>();
        for (var bin = 1; bin <= Distribution.BINS; bin++) {
            long rows = distribution.bins().getOrDefault(bin, 0L);
            bins.add(new Bin(
                    edge(column, low + (bin - 1) * width),
                    edge(column, low + bin * width),
                    withheld == Withheld.SINGLE_VALUES && rows < SMALL ? null : (Long) rows));
        }
        return bins;
    }

    private boolean hidesQuantiles(Overview.Figures column) {
        return withheld == Withheld.EVERY_VALUE
                || (withheld == Withheld.SINGLE_VALUES && column.filled() < ENOUGH_FOR_QUANTILES);
    }

    /** The engine counts from the epoch in UTC, as values without a zone stand there; so they are written as they were. */
    private static String edge(Overview.Figures column, double value) {
        return switch (column.kind()) {
            case DATE ->
                Instant.ofEpochSecond((long) value)
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate()
                        .toString();
            case TIMESTAMP -> Instant.ofEpochSecond((long) value).toString();
            default -> Double.toString(Rounding.rounded(value));
        };
    }
}
