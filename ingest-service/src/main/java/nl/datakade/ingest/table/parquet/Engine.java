package nl.datakade.ingest.table.parquet;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/**
 * One in-memory engine per process. A table function cannot be taken back, so there is one for all tables: it finds
 * its rows by a key that lives as long as the statement.
 */
final class Engine {

    private static final Map<String, Source> SOURCES = new ConcurrentHashMap<>();

    private record Source(List<OutputColumn> columns, RowFeed feed) {}

    private Engine() {}

    /** A connection of the caller's own. */
    static Connection connect() throws SQLException {
        return Root.CONNECTION.duplicate();
    }

    static String offer(List<OutputColumn> columns, RowFeed feed) {
        var key = UUID.randomUUID().toString();
        SOURCES.put(key, new Source(columns, feed));
        return key;
    }

    static void withdraw(String key) {
        SOURCES.remove(key);
    }

    private static final class Root {

        static final DuckDBConnection CONNECTION = open();

        private static DuckDBConnection open() {
            try {
                var connection = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
                try (var statement = connection.createStatement()) {
                    statement.execute("SET memory_limit = '640MB'");
                    statement.execute("SET threads = 2");
                    statement.execute("SET enable_progress_bar = false");
                    statement.execute("SET autoinstall_known_extensions = false");
                    statement.execute("SET TimeZone = 'UTC'");
                }
                try (var builder = DuckDBFunctions.tableFunction()) {
                    builder.withName("given_rows").withParameter(String.class).withFunction(new GivenRows());
                    builder.register(connection);
                }
                return connection;
            } catch (SQLException failure) {
                throw new IllegalStateException("the table engine does not start", failure);
            }
        }
    }

    private static final class GivenRows implements DuckDBTableFunction<Source, Chunk[], Object> {

        @Override
        public Source bind(DuckDBTableFunctionBindInfo info) {
            var source = SOURCES.get(info.getParameter(0).getString());
            if (source == null) {
                throw new IllegalStateException("no rows on offer");
            }
            source.columns()
                    .forEach(column -> info.addResultColumn(
                            column.name(), column.physical().type()));
            return source;
        }

        @Override
        public Chunk[] init(DuckDBTableFunctionInitInfo info) {
            info.setMaxThreads(1);
            return new Chunk[1];
        }

        @Override
        public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter writer) throws Exception {
            Source source = info.getBindData();
            Chunk[] chunk = info.getInitData();
            if (chunk[0] == null) {
                chunk[0] = new Chunk(source.columns(), (int) writer.capacity());
            }
            source.feed().fill(chunk[0]);
            return chunk[0].empty(writer);
        }
    }
}
