package nl.datakade.quality.profile;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** An in-memory DuckDB that looks at one table's Parquet files under the name {@code measured}. */
final class Engine implements AutoCloseable {
    private static final Properties STREAMING = new Properties();

    static {
        STREAMING.setProperty("jdbc_stream_results", "true");
    }

    private final Connection connection;

    /** Reads one row of an answer. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Looks at one row of an answer. */
    @FunctionalInterface
    interface Reader {
        void take(ResultSet row) throws SQLException;
    }

    /**
     * Opens an engine that spills to {@code temp} beyond {@code memory}.
     *
     * @param memory as DuckDB writes it, such as {@code 1GB}
     */
    Engine(Path temp, String memory) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:", STREAMING);
        run("SET memory_limit = " + literal(memory));
        run("SET temp_file_encryption = true"); // what does not fit in memory is people's data too
        run("SET temp_directory = " + literal(temp.toString()));
        run("SET preserve_insertion_order = false");
        run("SET TimeZone = 'UTC'");
    }

    void open(List<String> files) throws SQLException {
        var list = String.join(", ", files.stream().map(Engine::literal).toList());
        run("CREATE OR REPLACE TEMP VIEW measured AS SELECT * FROM read_parquet([" + list + "], union_by_name = true)");
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Hands over row by row, so that a long answer needs no room. */
    void each(String sql, Reader reader) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            while (answer.next()) {
                reader.take(answer);
            }
        }
    }

    <T> List<T> all(String sql, Row<T> row) throws SQLException {
        var rows = new ArrayList<T>();
        each(sql, answer -> rows.add(row.read(answer)));
        return rows;
    }

    <T> T one(String sql, Row<T> row) throws SQLException {
        return all(sql, row).getFirst();
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
