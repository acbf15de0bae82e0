package nl.datakade.city;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Parquet as a supplier's platform exports it; written by one thread, so that the row groups are always the same. */
record ParquetFormat() implements FileFormat {
    @Override
    public String mediaType() {
        return "application/vnd.apache.parquet";
    }

    @Override
    public RowWriter open(Path file, List<CityColumn> columns) throws IOException {
        try {
            return new Table(file, columns);
        } catch (SQLException e) {
            throw new IOException("DuckDB cannot make a table for " + file.getFileName() + ".", e);
        }
    }

    private static String sqlType(CityColumn.Type type) {
        return switch (type) {
            case TEXT, GEOMETRY -> "VARCHAR";
            case INTEGER -> "INTEGER";
            case DECIMAL -> "DECIMAL(12,3)";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    private static final class Table implements RowWriter {
        private final Path file;
        private final Connection database;
        private final DuckDBAppender appender;

        Table(Path file, List<CityColumn> columns) throws SQLException {
            this.file = file;
            this.database = DriverManager.getConnection("jdbc:duckdb:");
            execute("SET threads = 1");
            execute(columns.stream()
                    .map(column -> '"' + column.label() + "\" " + sqlType(column.type()))
                    .collect(Collectors.joining(", ", "CREATE TABLE export (", ")")));
            this.appender = database.unwrap(DuckDBConnection.class).createAppender("main", "export");
        }

        @Override
        public void row(@Nullable Object... cells) throws IOException {
            try {
                appender.beginRow();
                for (Object cell : cells) {
                    append(cell);
                }
                appender.endRow();
            } catch (SQLException e) {
                throw new IOException("DuckDB refuses a row of " + file.getFileName() + ".", e);
            }
        }

        private void append(@Nullable Object cell) throws SQLException {
            switch (cell) {
                case null -> appender.appendNull();
                case Integer number -> appender.append(number.intValue());
                case BigDecimal number -> appender.append(number);
                case Boolean answer -> appender.append(answer.booleanValue());
                case LocalDate day -> appender.append(day);
                case LocalDateTime moment -> appender.append(moment);
                default -> appender.append(cell.toString());
            }
        }

        @Override
        public void close() throws IOException {
            try (database) {
                appender.close();
                execute("COPY export TO '" + file.toString().replace("'", "''")
                        + "' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480)");
            } catch (SQLException e) {
                throw new IOException("DuckDB cannot write " + file + ".", e);
            }
        }

        private void execute(String sql) throws SQLException {
            try (Statement statement = database.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
