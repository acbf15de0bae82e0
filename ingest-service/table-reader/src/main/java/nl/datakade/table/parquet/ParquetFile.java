package nl.datakade.table.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file as written: zstd, field ids, statistics, row groups of 122,880 rows.
 *
 * @param bounds per column the lowest and highest value, as SQL text
 */
public record ParquetFile(long rows, long bytes, String sha256, Map<String, Bounds> bounds) {

    /** Lowest and highest value of a column, absent when it has none, and how many are missing. */
    public record Bounds(@Nullable String min, @Nullable String max, long missing) {}

    /** Writes rows from a feed, as many as it gives. */
    public static ParquetFile write(Path file, List<OutputColumn> columns, Map<String, String> metadata, RowFeed feed)
            throws IOException {
        var failure = new AtomicReference<@Nullable Exception>();
        var key = Engine.offer(columns, chunk -> {
            try {
                feed.fill(chunk);
            } catch (IOException | RuntimeException e) {
                failure.set(e);
                throw e;
            }
        });
        try {
            var select = columns.stream().map(OutputColumn::expression).collect(Collectors.joining(", "));
            return copy(file, "SELECT " + select + " FROM given_rows(" + Sql.text(key) + ")", columns, metadata);
        } catch (SQLException e) {
            switch (failure.get()) {
                case IOException io -> throw io;
                case RuntimeException runtime -> throw runtime;
                case null, default -> throw new IOException("the table could not be written", e);
            }
        } finally {
            Engine.withdraw(key);
        }
    }

    /** The bytes are no sound Parquet. */
    public static final class Damaged extends IOException {
        Damaged(Exception cause) {
            super("damaged Parquet file", cause);
        }
    }

    /** The columns of a Parquet file with their types in SQL. */
    public static Map<String, String> columns(Path file) throws IOException {
        var columns = new LinkedHashMap<String, String>();
        try (var connection = Engine.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery("DESCRIBE SELECT * FROM " + source(file))) {
            while (result.next()) {
                columns.put(result.getString("column_name"), result.getString("column_type"));
            }
            return columns;
        } catch (SQLException damaged) {
            throw new Damaged(damaged);
        }
    }

    /** Writes a Parquet file again, under other names and with our ids. */
    public static ParquetFile copy(
            Path from,
            Path to,
            List<String> labels,
            List<String> names,
            List<Integer> ids,
            Map<String, String> metadata)
            throws IOException {
        var select = IntStream.range(0, names.size())
                .mapToObj(i -> Sql.name(labels.get(i)) + " AS " + Sql.name(names.get(i)))
                .collect(Collectors.joining(", "));
        var columns = IntStream.range(0, names.size())
                .mapToObj(i -> new OutputColumn(ids.get(i), names.get(i), ""))
                .toList();
        try {
            return copy(to, "SELECT " + select + " FROM " + source(from), columns, metadata);
        } catch (SQLException damaged) {
            throw new Damaged(damaged);
        }
    }

    /**
     * Writes rows of several files as one: those of earlier files, in their order, and behind them those of lines of
     * JSON, each an object under the names of the columns. A column that a file does not have is empty there.
     */
    public static ParquetFile append(List<Path> earlier, Path lines, Path to, List<OutputColumn> columns)
            throws IOException {
        var selects = new java.util.ArrayList<String>();
        for (var file : earlier) {
            var present = columns(file).keySet();
            selects.add(columns.stream()
                            .map(column -> present.contains(column.name())
                                    ? Sql.name(column.name())
                                    : "CAST(NULL AS " + column.sql() + ") AS " + Sql.name(column.name()))
                            .collect(Collectors.joining(", ", "SELECT ", " FROM "))
                    + source(file));
        }
        selects.add(columns.stream()
                        .map(column -> "CAST(" + Sql.name(column.name()) + " AS " + column.sql() + ") AS "
                                + Sql.name(column.name()))
                        .collect(Collectors.joining(", ", "SELECT ", " FROM "))
                + "read_json(" + Sql.text(lines.toString()) + ", format = 'newline_delimited', columns = "
                + columns.stream()
                        .map(column -> Sql.name(column.name()) + ": 'VARCHAR'")
                        .collect(Collectors.joining(", ", "{", "}"))
                + ")");
        try {
            return copy(to, String.join(" UNION ALL ", selects), columns, Map.of());
        } catch (SQLException e) {
            throw new IOException("the rows could not be appended", e);
        }
    }

    /** Writes a Parquet file as CSV. */
    public static void toCsv(Path from, Path to) throws IOException {
        try (var connection = Engine.connect();
                var statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM " + source(from) + ") TO " + Sql.text(to.toString())
                    + " (FORMAT csv, HEADER true)");
        } catch (SQLException damaged) {
            throw new Damaged(damaged);
        }
    }

    /**
     * Writes a Parquet file as CSV of its typed values: dates and times as ISO 8601 has them, a point for fractions,
     * geometry as well-known text, what is nested as JSON, nothing at all for what is missing.
     */
    public static void toTypedCsv(Path from, Path to) throws IOException {
        var select = columns(from).entrySet().stream()
                .map(column -> typed(Sql.name(column.getKey()), column.getValue()) + " AS " + Sql.name(column.getKey()))
                .collect(Collectors.joining(", "));
        try (var connection = Engine.connect();
                var statement = connection.createStatement()) {
            statement.execute("COPY (SELECT " + select + " FROM " + source(from) + ") TO " + Sql.text(to.toString())
                    + " (FORMAT csv, HEADER true)");
        } catch (SQLException damaged) {
            throw new Damaged(damaged);
        }
    }

    private static String typed(String name, String type) {
        boolean nested = type.startsWith("STRUCT") || type.startsWith("MAP") || type.endsWith("]");
        return nested ? "to_json(" + name + ")::VARCHAR" : type.startsWith("GEOMETRY") ? name + "::VARCHAR" : name;
    }

    private static String source(Path file) {
        return "read_parquet(" + Sql.text(file.toString()) + ")";
    }

    /**
     * The structure all values of a column of JSON have, as a type in SQL; empty when they have none in common, so that
     * they are best left as they are.
     */
    public static Optional<String> structure(Path file, String column) throws IOException {
        var sql = "SELECT json_group_structure(" + Sql.name(column) + ")::VARCHAR FROM " + source(file);
        try (var connection = Engine.connect();
                var statement = connection.createStatement()) {
            String structure;
            try (var result = statement.executeQuery(sql)) {
                structure = result.next() ? result.getString(1) : null;
            }
            if (structure == null || !structure.matches("[{\\[].*")) {
                return Optional.empty();
            }
            structure = structure.replace("\"UBIGINT\"", "\"BIGINT\"").replace("\"NULL\"", "\"VARCHAR\"");
            try (var result =
                    statement.executeQuery("SELECT typeof(from_json(NULL::JSON, " + Sql.text(structure) + "))")) {
                return result.next() ? Optional.of(structure) : Optional.empty();
            }
        } catch (SQLException none) {
            return Optional.empty();
        }
    }

    /** A number of more digits than a floating point number keeps, or a zero byte, stands in a column of JSON. */
    public static boolean holdsLongNumbers(Path file, String column) throws IOException {
        var json = Sql.name(column) + "::VARCHAR";
        var numbers = "regexp_replace(" + json + ", '\"(\\\\.|[^\"\\\\])*\"', '', 'g')";
        var sql = "SELECT coalesce(bool_or(regexp_matches(" + numbers + ", '([0-9]\\.?){16}|[0-9][eE]')"
                + " OR contains(" + json + ", '\\u0000')), false) FROM " + source(file);
        try (var connection = Engine.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        } catch (SQLException e) {
            throw new IOException("the table could not be read back", e);
        }
    }

    /** Writes a file again with columns of JSON taken apart into structures and lists. */
    public static ParquetFile restructure(
            Path from,
            Path to,
            List<OutputColumn> columns,
            Map<String, String> structures,
            Map<String, String> metadata)
            throws IOException {
        var select = columns.stream()
                .map(column -> {
                    var structure = structures.get(column.name());
                    var name = Sql.name(column.name());
                    return structure == null ? name : "from_json(" + name + ", " + Sql.text(structure) + ") AS " + name;
                })
                .collect(Collectors.joining(", "));
        try {
            return copy(to, "SELECT " + select + " FROM " + source(from), columns, metadata);
        } catch (SQLException e) {
            throw new IOException("the table could not be written", e);
        }
    }

    private static ParquetFile copy(Path file, String select, List<OutputColumn> columns, Map<String, String> metadata)
            throws SQLException, IOException {
        var ids = columns.stream()
                .map(column -> Sql.name(column.name()) + ": " + column.id())
                .collect(Collectors.joining(", ", "{", "}"));
        var pairs = metadata.entrySet().stream()
                .map(entry -> Sql.name(entry.getKey()) + ": " + Sql.text(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        var sql = "COPY (" + select + ") TO " + Sql.text(file.toString())
                + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880, RETURN_STATS, FIELD_IDS " + ids
                + (metadata.isEmpty() ? "" : ", KV_METADATA " + pairs) + ")";
        long rows = 0;
        var bounds = new LinkedHashMap<String, Bounds>();
        try (var connection = Engine.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows += result.getLong("count");
                bounds(result.getObject("column_statistics"), bounds);
            }
        }
        return new ParquetFile(rows, Files.size(file), sha256(file), bounds);
    }

    private static void bounds(@Nullable Object statistics, Map<String, Bounds> bounds) {
        if (statistics instanceof Map<?, ?> columns) {
            columns.forEach((column, facts) -> {
                if (facts instanceof Map<?, ?> values) {
                    bounds.put(
                            unquoted(String.valueOf(column)),
                            new Bounds(
                                    text(values.get("min")),
                                    text(values.get("max")),
                                    number(values.get("null_count"))));
                }
            });
        }
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static long number(@Nullable Object value) {
        return value == null ? 0 : Long.parseLong(value.toString());
    }

    private static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
