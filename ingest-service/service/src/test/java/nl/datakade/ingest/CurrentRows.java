package nl.datakade.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of a stream's last version, as SQL sees them in its Parquet objects. */
public final class CurrentRows {

    private CurrentRows() {}

    public static List<String> of(
            JdbcClient jdbc, Function<String, InputStream> objects, String dataset, String expression) {
        try {
            var folder = Files.createTempDirectory("rows");
            var files = new ArrayList<String>();
            for (var key :
                    jdbc.sql("""
                            select part ->> 'file' from reading r
                            join dataset d on d.id = r.dataset_id and d.latest_version = r.version,
                            jsonb_array_elements(r.document -> 'tables' -> 0 -> 'parts') part
                            where d.name = :name""").param("name", dataset).query(String.class).list()) {
                var file = folder.resolve(files.size() + ".parquet");
                try (var in = objects.apply(String.valueOf(key))) {
                    Files.copy(in, file);
                }
                file.toFile().deleteOnExit();
                files.add("'" + file + "'");
            }
            return query("select (" + expression + ")::varchar from read_parquet([" + String.join(", ", files) + "])");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> query(String sql) {
        var found = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                found.add(result.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }
}
