package nl.datakade.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file read in a test, with its tables to query. */
final class Sample {

    private final Path folder;
    final Reading reading;

    private Sample(Path folder, Reading reading) {
        this.folder = folder;
        this.reading = reading;
    }

    static Sample of(String text) {
        return of(text, StandardCharsets.UTF_8);
    }

    static Sample of(String text, Charset charset) {
        return of(text.getBytes(charset), "sample.csv");
    }

    static Sample of(byte[] bytes, String name) {
        return of(bytes, name, ReadOptions.none());
    }

    static Sample of(byte[] bytes, String name, ReadOptions options) {
        try {
            var folder = Files.createTempDirectory("sample");
            var file = Files.write(folder.resolve("content"), bytes);
            return new Sample(folder, TableReader.read(file, null, name, folder, options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sample of(Path file) throws IOException {
        var folder = Files.createTempDirectory("sample");
        var name = String.valueOf(file.getFileName());
        return new Sample(folder, TableReader.read(file, null, name, folder, ReadOptions.none()));
    }

    Path file() {
        return folder.resolve(table().parts().getFirst().file());
    }

    Reading.Table table() {
        return reading.tables().getFirst();
    }

    Reading.Column column(String name) {
        return table().columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    String type(String name) {
        return column(name).type();
    }

    List<String> codes() {
        return reading.findings().stream().map(finding -> finding.code()).toList();
    }

    String rejects() {
        try {
            return Files.readString(folder.resolve("rejects.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All values of a column as text, null where missing. */
    List<@Nullable String> values(String column) {
        return query("SELECT \"" + column + "\"::VARCHAR FROM t");
    }

    /** The first column of a query over the first table, which it calls t. */
    List<@Nullable String> query(String sql) {
        var file = folder.resolve(table().parts().getFirst().file());
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("CREATE VIEW t AS SELECT * FROM read_parquet('" + file + "')");
            var values = new ArrayList<@Nullable String>();
            try (var result = statement.executeQuery(sql)) {
                while (result.next()) {
                    values.add(result.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Integer> fieldIds() {
        var ids = new java.util.LinkedHashMap<String, Integer>();
        var file = folder.resolve(table().parts().getFirst().file());
        query("SELECT name || '=' || field_id FROM parquet_schema('" + file + "') WHERE field_id IS NOT NULL")
                .forEach(pair -> {
                    int equals = String.valueOf(pair).indexOf('=');
                    ids.put(
                            String.valueOf(pair).substring(0, equals),
                            Integer.valueOf(String.valueOf(pair).substring(equals + 1)));
                });
        return ids;
    }
}
