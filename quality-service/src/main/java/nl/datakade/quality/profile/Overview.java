package nl.datakade.quality.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.datakade.quality.semantic.ValueKind;
import org.jspecify.annotations.Nullable;

/** The figures of all columns that one pass over the table gives. */
final class Overview {
    /** Above this many rows quantiles are estimated. */
    static final long EXACT_ROWS = 2_000_000;

    private static final String QUANTILES = "[0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]";
    private static final Set<String> PLACEHOLDERS = Set.of(
            "",
            "-",
            "--",
            ".",
            "..",
            "?",
            "??",
            "n/a",
            "na",
            "nan",
            "null",
            "none",
            "nvt",
            "n.v.t.",
            "n.v.t",
            "<null>",
            "leeg",
            "(leeg)",
            "onbekend",
            "unknown");

    private Overview() {}

    /** A column's first figures; numbers and lengths are empty where they do not apply. */
    record Figures(
            ProfileRequest.Column column,
            String type,
            ValueKind kind,
            long rows,
            long filled,
            long distinctEstimate,
            @Nullable String least,
            @Nullable String greatest,
            double mean,
            double deviation,
            List<Double> quantiles,
            int shortest,
            int longest,
            double meanLength,
            long placeholders) {

        String sql() {
            var name = Engine.quoted(column.name());
            return switch (kind) {
                case DECIMAL ->
                    "CASE WHEN isfinite(CAST(" + name + " AS DOUBLE)) THEN CAST(" + name + " AS DOUBLE) END";
                case DATE, TIMESTAMP -> "CASE WHEN isfinite(" + name + ") THEN " + name + " END";
                case TEXT -> "VARCHAR".equals(type) ? name : "CAST(" + name + " AS VARCHAR)";
                default -> name;
            };
        }
    }

    static List<Figures> of(Engine engine, List<ProfileRequest.Column> columns) throws SQLException {
        var types = types(engine);
        long rows = engine.one("SELECT count(*) FROM measured", row -> row.getLong(1));
        var present = columns.stream()
                .filter(column -> types.containsKey(column.name()))
                .map(column -> empty(column, types.getOrDefault(column.name(), ""), rows))
                .toList();
        if (present.isEmpty()) {
            return present;
        }
        var sql = present.stream()
                .map(Overview::aggregates)
                .collect(Collectors.joining(",\n", "SELECT ", " FROM measured"));
        return engine.one(sql, row -> {
            var reader = new Reader(row);
            var figures = new ArrayList<Figures>();
            for (var column : present) {
                figures.add(reader.read(column));
            }
            return figures;
        });
    }

    private static Map<String, String> types(Engine engine) throws SQLException {
        return engine.all("DESCRIBE measured", row -> Map.entry(row.getString(1), row.getString(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Figures empty(ProfileRequest.Column column, String type, long rows) {
        return new Figures(column, type, ValueKind.of(type), rows, 0, 0, null, null, 0, 0, List.of(), 0, 0, 0, 0);
    }

    private static String aggregates(Figures column) {
        var value = column.sql();
        var counts = column.kind() == ValueKind.OTHER
                ? "count(%1$s), approx_count_distinct(hash(%1$s)) FILTER (%1$s IS NOT NULL)".formatted(value)
                : "count(%1$s), approx_count_distinct(%1$s)".formatted(value);
        if (column.kind().isNumber()) {
            var number = "CAST(" + value + " AS DOUBLE)";
            var quantile = column.rows() <= EXACT_ROWS ? "quantile_disc" : "approx_quantile";
            return counts
                    + ", CAST(min(%1$s) AS VARCHAR), CAST(max(%1$s) AS VARCHAR), avg(%1$s), stddev_pop(%1$s), %2$s(%1$s, %3$s)"
                            .formatted(number, quantile, QUANTILES);
        }
        if (column.kind().isMoment()) {
            return counts
                    + ", CAST(min(%1$s) AS VARCHAR), CAST(max(%1$s) AS VARCHAR), ".formatted(value)
                    + "quantile_disc(epoch(%1$s), %2$s)".formatted(value, QUANTILES);
        }
        if (column.kind() == ValueKind.TEXT) {
            return counts
                    + ", min(length(%1$s)), max(length(%1$s)), avg(length(%1$s)), count(*) FILTER (CASE WHEN length(%1$s) <= 10 THEN lower(trim(%1$s)) IN (%2$s) ELSE false END)"
                            .formatted(
                                    value,
                                    PLACEHOLDERS.stream()
                                            .sorted()
                                            .map(Engine::literal)
                                            .collect(Collectors.joining(", ")));
        }
        return counts;
    }

    /** Reads the aggregates in the order in which they were asked for. */
    private static final class Reader {
        private final ResultSet row;
        private int at;

        Reader(ResultSet row) {
            this.row = row;
        }

        Figures read(Figures column) throws SQLException {
            var filled = row.getLong(++at);
            var distinct = row.getLong(++at);
            String least = null;
            String greatest = null;
            var mean = 0.0;
            var deviation = 0.0;
            List<Double> quantiles = List.of();
            var shortest = 0;
            var longest = 0;
            var length = 0.0;
            var placeholders = 0L;
            if (column.kind().isNumber()) {
                least = row.getString(++at);
                greatest = row.getString(++at);
                mean = row.getDouble(++at);
                deviation = row.getDouble(++at);
                quantiles = doubles(++at);
            } else if (column.kind().isMoment()) {
                least = row.getString(++at);
                greatest = row.getString(++at);
                quantiles = doubles(++at);
            } else if (column.kind() == ValueKind.TEXT) {
                shortest = row.getInt(++at);
                longest = row.getInt(++at);
                length = row.getDouble(++at);
                placeholders = row.getLong(++at);
            }
            return new Figures(
                    column.column(),
                    column.type(),
                    column.kind(),
                    column.rows(),
                    filled,
                    distinct,
                    least,
                    greatest,
                    mean,
                    deviation,
                    quantiles,
                    shortest,
                    longest,
                    length,
                    placeholders);
        }

        private List<Double> doubles(int index) throws SQLException {
            var array = row.getArray(index);
            if (array == null) {
                return List.of();
            }
            var numbers = new ArrayList<Double>();
            for (var number : (Object[]) array.getArray()) {
                numbers.add(((Number) number).doubleValue());
            }
            return numbers;
        }
    }
}
