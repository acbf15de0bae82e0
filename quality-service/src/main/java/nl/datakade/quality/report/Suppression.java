package nl.datakade.quality.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.quality.profile.ColumnProfile;
import nl.datakade.quality.profile.ColumnProfile.Bin;
import nl.datakade.quality.profile.ColumnProfile.ValueCount;
import nl.datakade.quality.profile.ColumnProfile.Withheld;
import nl.datakade.quality.profile.TableProfile;
import nl.datakade.quality.profile.TableProfile.CoordinateAgreement;
import nl.datakade.quality.score.Measurement;
import nl.datakade.quality.semantic.Bearing;
import nl.datakade.quality.semantic.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * What a profile shows of data that is not public, or may be about people: no figure that fewer rows share than the
 * threshold, no extreme, no value of a column that is personal or may point at somebody, and nothing from which a
 * suppressed figure follows as the difference of two that are shown. Every count is shown as a multiple of the threshold:
 * exact ones add up to a count that is hidden, and differ from those of the version before by a single row. Pure, so that
 * each rule can be tested by itself.
 *
 * @param threshold the fewest rows that may share a figure
 */
record Suppression(long threshold) {
    private static final long LEAST = 3;

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
    private static final int MONTH = "2026-01".length();

    Suppression {
        if (threshold < LEAST) {
            throw new IllegalArgumentException("datakade.disclosure-threshold is " + LEAST + " rows or more");
        }
    }

    ShownColumn of(TableProfile table, ColumnProfile column) {
        if (table.rows() < threshold) {
            return nothing(column, null, null);
        }
        var counted = isShown(column.nulls()) && isShown(column.filled());
        var filled = counted ? (Long) part(column.filled(), column.rows()) : null;
        var nulls = counted ? (Long) part(column.nulls(), column.rows()) : null;
        if (column.filled() < threshold) {
            return nothing(column, filled, nulls);
        }
        var placeholders = column.measures().placeholders();
        var pointing = pointsAtSomebody(column);
        return new ShownColumn(
                column,
                filled,
                nulls,
                isShown(placeholders) && isShown(column.filled() - placeholders) ? (Long) multiple(placeholders) : null,
                distinct(column),
                pointing ? null : numbers(column),
                null,
                texts(column),
                pointing ? List.of() : top(column),
                pointing ? List.of() : histogram(column),
                pointing ? Withheld.EVERY_VALUE : Withheld.SINGLE_VALUES);
    }

    @Nullable
    Long duplicates(TableProfile table) {
        return table.rows() >= threshold && isShown(table.duplicateRows())
                ? (Long) multiple(table.duplicateRows())
                : null;
    }

    List<List<String>> keys(TableProfile table) {
        return table.rows() < threshold ? List.of() : table.keys();
    }

    @Nullable
    CoordinateAgreement coordinates(TableProfile table) {
        var agreement = table.coordinates();
        return agreement != null
                        && agreement.compared() >= threshold
                        && isShown(agreement.agreeing())
                        && isShown(agreement.compared() - agreement.agreeing())
                ? new CoordinateAgreement(multiple(agreement.compared()), multiple(agreement.agreeing()))
                : null;
    }

    /** The nearest multiple of the threshold. */
    long multiple(long rows) {
        return (rows + threshold / 2) / threshold * threshold;
    }

    /** All of them is no secret where the rows are counted. */
    long part(long rows, long all) {
        return rows == all ? rows : multiple(rows);
    }

    /** A few values are counted only where enough rows share each: one more would be somebody's. */
    private @Nullable Long distinct(ColumnProfile column) {
        var distinct = column.distinct();
        if (distinct < threshold) {
            var every = column.top().size() == distinct
                    && left(column, column.top()) == 0
                    && column.top().stream().allMatch(value -> value.rows() >= threshold);
            return every ? (Long) distinct : null;
        }
        return isShown(column.rows() - distinct) ? (Long) part(distinct, column.rows()) : null;
    }

    /** A metric's score, as a whole percentage; none where it would say of fewer rows than the threshold how they are. */
    @Nullable
    Double score(Measurement measurement) {
        var score = measurement.score();
        if (score == null || !measurement.metric().isOfRows()) {
            return score;
        }
        var part = Math.round(measurement.part());
        var rest = Math.round(measurement.whole() - measurement.part());
        if (!isShown(part) || !isShown(rest)) {
            return null;
        }
        // what is not quite all or nothing is not rounded to it
        return (double) Math.clamp(Math.round(score), part > 0 ? 1 : 0, rest > 0 ? 99 : 100);
    }

    /** None, or enough. */
    boolean isShown(long rows) {
        return rows == 0 || rows >= threshold;
    }

    private static ShownColumn nothing(ColumnProfile column, @Nullable Long filled, @Nullable Long nulls) {
        return new ShownColumn(
                column, filled, nulls, null, null, null, null, null, List.of(), List.of(), Withheld.EVERY_VALUE);
    }

    /** By itself, or beside what else is known of somebody: an address, a place, a date of birth. */
    private static boolean pointsAtSomebody(ColumnProfile column) {
        return column.personal()
                || column.meanings().stream().anyMatch(meaning -> meaning.type().bearing() != Bearing.NOBODY);
    }

    /** A quantile with enough rows on either side, as a round number: exactly it may be the value of one row. */
    private ShownColumn.@Nullable Numbers numbers(ColumnProfile column) {
        var numbers = column.numbers();
        if (numbers == null) {
            return null;
        }
        return new ShownColumn.Numbers(
                null,
                null,
                rounded(numbers.mean()),
                rounded(numbers.deviation()),
                quantile(column, 0.01, numbers.p01()),
                quantile(column, 0.05, numbers.p05()),
                quantile(column, 0.25, numbers.p25()),
                quantile(column, 0.5, numbers.median()),
                quantile(column, 0.25, numbers.p75()),
                quantile(column, 0.05, numbers.p95()),
                quantile(column, 0.01, numbers.p99()));
    }

    private @Nullable Double quantile(ColumnProfile column, double tail, double value) {
        return tail * column.filled() >= threshold ? (Double) rounded(value) : null;
    }

    private ShownColumn.@Nullable Texts texts(ColumnProfile column) {
        var texts = column.texts();
        return texts == null
                ? null
                : new ShownColumn.Texts(
                        null,
                        null,
                        Math.round(texts.meanLength()),
                        texts.patterns().stream()
                                .filter(pattern -> pattern.share() * column.filled() >= threshold)
                                .map(pattern -> new ColumnProfile.Pattern(pattern.mask(), rounded(pattern.share())))
                                .toList());
    }

    /** Where few rows are left that have none of the values shown, the rarest of those is not shown either. */
    private List<ValueCount> top(ColumnProfile column) {
        var shown = new ArrayList<>(
                column.top().stream().filter(value -> value.rows() >= threshold).toList());
        while (!shown.isEmpty() && !isShown(left(column, shown))) {
            shown.removeLast();
        }
        return shown.stream()
                .map(value -> new ValueCount(value.value(), multiple(value.rows())))
                .toList();
    }

    private static long left(ColumnProfile column, List<ValueCount> shown) {
        return column.filled() - shown.stream().mapToLong(ValueCount::rows).sum();
    }

    /** Ranges are joined until each has enough rows, so that there is no small one to work out. */
    private List<Bin> histogram(ColumnProfile column) {
        var joined = new ArrayList<Bin>();
        String from = null;
        var rows = 0L;
        for (var bin : column.histogram()) {
            var own = bin.rows();
            if (own == null) {
                return List.of();
            }
            from = from == null ? bin.from() : from;
            rows += own;
            if (rows >= threshold) {
                joined.add(new Bin(edge(column, from), edge(column, bin.to()), rows));
                from = null;
                rows = 0;
            }
        }
        if (rows > 0 && !joined.isEmpty()) {
            var last = joined.removeLast();
            var to = edge(column, column.histogram().getLast().to());
            joined.add(new Bin(last.from(), to, (last.rows() == null ? 0 : last.rows()) + rows));
        }
        return joined.stream()
                .map(bin -> new Bin(bin.from(), bin.to(), bin.rows() == null ? null : (Long) multiple(bin.rows())))
                .toList();
    }

    private static String edge(ColumnProfile column, String exact) {
        return column.kind() == ValueKind.DATE || column.kind() == ValueKind.TIMESTAMP
                ? exact.substring(0, Math.min(MONTH, exact.length()))
                : Double.toString(rounded(Double.parseDouble(exact)));
    }

    static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(TWO_DIGITS).doubleValue() : value;
    }
}
