package nl.datakade.quality.profile;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.datakade.quality.profile.ColumnProfile.ValueCount;
import nl.datakade.quality.semantic.ColumnName;
import nl.datakade.quality.semantic.ColumnSample;
import nl.datakade.quality.semantic.ColumnSample.SampledValue;
import nl.datakade.quality.semantic.Detection;
import nl.datakade.quality.semantic.PersonalText;
import nl.datakade.quality.semantic.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one column are spread, from one statement that groups the column once: distinct values, the most frequent,
 * a sample chosen by hash (so that it is the same each time), rows per range, what lies oddly, and what is personal in running text.
 *
 * @param bins rows per bin; 0 lies below the first percentile, {@link #BINS} + 1 above the ninety-ninth
 */
record Distribution(
        long distinct,
        boolean exact,
        List<ValueCount> top,
        ColumnSample sample,
        Map<Integer, Long> bins,
        long outliers,
        long future,
        long ancient,
        @Nullable LocalDate newest,
        List<Detection> withinText) {

    static final int BINS = 20;
    private static final int SAMPLE = 2_000;
    private static final int LONGEST_LOOKED_AT = 400;
    private static final long DISTINCT_TO_COUNT = 200_000;
    private static final int TOP = 10;
    private static final int SHORTEST_PERSONAL = 6;

    static Distribution of(Engine engine, Overview.Figures column, LocalDate asOf) throws SQLException {
        var name = ColumnName.of(column.column().label(), column.column().name());
        if (column.kind() == ValueKind.OTHER || column.filled() == 0) {
            List<SampledValue> opaque =
                    column.filled() == 0 ? List.of() : List.of(new SampledValue("", column.filled()));
            var sample = new ColumnSample(column.column().id(), name, column.kind(), column.filled(), true, opaque);
            return new Distribution(
                    column.distinctEstimate(),
                    column.filled() == 0,
                    List.of(),
                    sample,
                    Map.of(),
                    0,
                    0,
                    0,
                    null,
                    List.of());
        }
        var exact = column.rows() <= Overview.EXACT_ROWS || column.distinctEstimate() <= DISTINCT_TO_COUNT;
        var oneIn = Math.max(1, column.distinctEstimate() / SAMPLE);
        var found = new Found();
        engine.each(
                sql(column, exact, oneIn, asOf), row -> found.add(row.getString(1), row.getString(2), row.getLong(3)));
        var sample = new ColumnSample(
                column.column().id(), name, column.kind(), column.filled(), oneIn == 1, List.copyOf(found.sample));
        return new Distribution(
                exact ? found.distinct : column.distinctEstimate(),
                exact,
                List.copyOf(found.top),
                sample,
                found.bins,
                found.outliers,
                found.future,
                found.ancient,
                found.newest,
                found.text.found(column.filled()));
    }

    private static String sql(Overview.Figures column, boolean exact, long oneIn, LocalDate asOf) {
        var grouped = exact
                ? "MATERIALIZED (SELECT %1$s AS v, count(*) AS n FROM measured WHERE %1$s IS NOT NULL GROUP BY 1)"
                : "(SELECT %1$s AS v, 1 AS n FROM measured WHERE %1$s IS NOT NULL)";
        var sql = new StringBuilder("WITH g AS ").append(grouped.formatted(column.sql()));
        sql.append("\nSELECT 's', left(CAST(v AS VARCHAR), ")
                .append(LONGEST_LOOKED_AT)
                .append("), CAST(sum(n) AS BIGINT) FROM g WHERE hash(v) % ")
                .append(oneIn)
                .append(" = 0 GROUP BY v");
        if (exact) {
            sql.append("\nUNION ALL SELECT 'd', NULL, count(*) FROM g")
                    .append(
                            "\nUNION ALL (SELECT 't', left(CAST(v AS VARCHAR), 100), n FROM g ORDER BY n DESC, v LIMIT ")
                    .append(TOP)
                    .append(')');
        }
        if (column.kind() == ValueKind.TEXT && column.longest() >= SHORTEST_PERSONAL) {
            // every value is read, not a sample: three rows in a million are found too
            sql.append("\nUNION ALL SELECT 'r', v, n FROM g WHERE regexp_matches(v, ")
                    .append(Engine.literal(PersonalText.WORTH_READING))
                    .append(')');
        }
        if (column.kind().isNumber()) {
            sql.append(bins(column, "CAST(v AS DOUBLE)")).append(outliers(column));
        }
        if (column.kind().isMoment()) {
            sql.append(bins(column, "epoch(v)")).append(moments(asOf));
        }
        return sql.toString();
    }

    private static String moments(LocalDate asOf) {
        return """

                UNION ALL SELECT 'f', NULL, CAST(sum(n) AS BIGINT) FROM g WHERE CAST(v AS DATE) > DATE '%1$s'
                UNION ALL SELECT 'a', NULL, CAST(sum(n) AS BIGINT) FROM g WHERE CAST(v AS DATE) < DATE '1900-01-01'
                UNION ALL SELECT 'n', CAST(max(CAST(v AS DATE)) AS VARCHAR), 0 FROM g WHERE CAST(v AS DATE) <= DATE '%1$s'""".formatted(asOf);
    }

    private static String bins(Overview.Figures column, String number) {
        var low = column.quantiles().getFirst();
        var high = column.quantiles().getLast();
        if (high <= low) {
            return "";
        }
        return """

                UNION ALL SELECT 'h', CAST(CASE WHEN x < %2$s THEN 0 WHEN x > %3$s THEN %4$d
                    ELSE least(%5$d, 1 + CAST(floor((x - (%2$s)) / %6$s) AS INTEGER)) END AS VARCHAR) AS bin, CAST(sum(n) AS BIGINT)
                FROM (SELECT %1$s AS x, n FROM g) GROUP BY bin""".formatted(number, low, high, BINS + 1, BINS, (high - low) / BINS);
    }

    private static String outliers(Overview.Figures column) {
        var lower = column.quantiles().get(2);
        var upper = column.quantiles().get(4);
        var reach = 3 * (upper - lower);
        return reach <= 0
                ? ""
                : "\nUNION ALL SELECT 'o', NULL, CAST(sum(n) AS BIGINT) FROM g WHERE v < %s OR v > %s"
                        .formatted(lower - reach, upper + reach);
    }

    private static final class Found {
        private long distinct;
        private long outliers;
        private long future;
        private long ancient;
        private @Nullable LocalDate newest;
        private final PersonalText text = new PersonalText();
        private final List<ValueCount> top = new ArrayList<>();
        private final List<SampledValue> sample = new ArrayList<>();
        private final Map<Integer, Long> bins = new TreeMap<>();

        private void add(String what, @Nullable String read, long rows) {
            var value = read == null ? "" : read;
            switch (what) {
                case "r" -> text.read(value, rows);
                case "d" -> distinct = rows;
                case "t" -> top.add(new ValueCount(value, rows));
                case "s" -> sample.add(new SampledValue(value, rows));
                case "h" -> bins.put(Integer.valueOf(value), rows);
                case "o" -> outliers = rows;
                case "f" -> future = rows;
                case "a" -> ancient = rows;
                case "n" -> newest = read == null ? null : LocalDate.parse(read);
                default -> throw new IllegalStateException(what);
            }
        }
    }
}
