package nl.datakade.table.parquet;

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
import org.jspecify.annotations.Nullable;

/**
 * One in-memory engine per process. A table function cannot be taken back, so there is one for all tables: it finds
 * its rows by a key that lives as long as the statement.
 */
final class Engine {

    private static final Map<String, Source> SOURCES = new ConcurrentHashMap<>();

    /** Rows on offer, read ahead from the moment the engine asks for the first. */
    private static final class Source {

        /** Values of a chunk in all, so that a very wide table takes no more memory than a narrow one. */
        private static final int VALUES = 1 << 21;

        private final List<OutputColumn> columns;
        private final RowFeed feed;
        private @Nullable ReadAhead ahead;

        Source(List<OutputColumn> columns, RowFeed feed) {
            this.columns = columns;
            this.feed = feed;
        }

        ReadAhead start(int capacity) {
            var started = new ReadAhead(feed, columns, Math.clamp(VALUES / columns.size(), 16, capacity));
            ahead = started;
            return started;
        }

        void stop() {
            if (ahead != null) {
                ahead.close();
            }
        }
    }

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
        var source = SOURCES.remove(key);
        if (source != null) {
            source.stop();
        }
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

    private static final class GivenRows implements DuckDBTableFunction<Source, ReadAhead[], Object> {

        @Override
        public Source bind(DuckDBTableFunctionBindInfo info) {
            var source = SOURCES.get(info.getParameter(0).getString());
            if (source == null) {
                throw new IllegalStateException("no rows on offer");
            }
            source.columns.forEach(column ->
                    info.addResultColumn(column.name(), column.physical().type()));
            return source;
        }

        @Override
        public ReadAhead[] init(DuckDBTableFunctionInitInfo info) {
            info.setMaxThreads(1);
            return new ReadAhead[1];
        }

        @Override
        public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter writer) throws Exception {
            Source source = info.getBindData();
            ReadAhead[] ahead = info.getInitData();
            if (ahead[0] == null) {
                ahead[0] = source.start((int) writer.capacity());
            }
            var chunk = ahead[0].next();
            int rows = chunk.empty(writer);
            ahead[0].giveBack(chunk);
            return rows;
        }
    }
}
