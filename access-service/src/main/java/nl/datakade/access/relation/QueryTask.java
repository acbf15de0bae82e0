package nl.datakade.access.relation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import nl.datakade.platform.worker.WorkerTask;
import tools.jackson.databind.json.JsonMapper;

/**
 * In a worker: the engine that runs an asker's statement. It opens the snapshots, shuts itself off from everything
 * else, and only then sees the statement. What it answers is blocks: the columns; the rows; how it ended.
 */
public final class QueryTask implements WorkerTask {

    private static final String AGAIN = "explain analyze ";
    private static final JsonMapper JSON = new JsonMapper();

    /** Set after the snapshots are open. The last one makes all of them final. */
    private static final List<String> LOCKS = List.of(
            "set temp_directory = ''",
            "set autoinstall_known_extensions = false",
            "set autoload_known_extensions = false",
            "set allow_community_extensions = false",
            "set allow_persistent_secrets = false",
            "set enable_logging = false",
            "set errors_as_json = true",
            "set enable_external_access = false",
            "set disabled_filesystems = 'LocalFileSystem'",
            "set lock_configuration = true");

    /**
     * @param rowLimit of the answer
     * @param part whether that many were asked for; otherwise an answer with more is refused
     */
    record Order(
            List<Snapshot> snapshots,
            String sql,
            AnswerFormat format,
            int rowLimit,
            boolean part,
            int memoryMegabytes,
            int threads) {

        /** @param alone whether the table also answers to the schema's name */
        record Snapshot(String file, String key, String schema, List<String> tables, boolean alone) {}
    }

    @Override
    public void warmUp() throws IOException {
        var order = new Order(
                List.of(), "select 1 as one, 'x' as two, current_date as three", AnswerFormat.JSON, 10, true, 100, 1);
        run(new ByteArrayInputStream(JSON.writeValueAsBytes(order)), OutputStream.nullOutputStream());
    }

    @Override
    public void run(InputStream in, OutputStream out) throws IOException {
        var order = JSON.readValue(in.readAllBytes(), Order.class);
        var writer = new AnswerWriter(out, order.format());
        var streaming = new Properties();
        streaming.setProperty("jdbc_stream_results", "true");
        try (var engine = DriverManager.getConnection("jdbc:duckdb:", streaming)) {
            if (!opened(engine, order, writer)) {
                return;
            }
            try {
                answer(engine, order, writer);
            } catch (SQLException e) {
                writer.failure(EngineError.of(e).orElseGet(() -> failureOf(engine, order.sql())));
            }
        } catch (SQLException e) {
            writer.failure(EngineError.of(e).orElse(EngineError.UNKNOWN));
        }
    }

    /** What goes wrong here is never the statement's fault: it was not looked at. */
    private static boolean opened(Connection engine, Order order, AnswerWriter writer) throws IOException {
        try {
            open(engine, order);
            return true;
        } catch (SQLException e) {
            writer.failure(EngineError.of(EngineError.SNAPSHOT));
            return false;
        }
    }

    /** A streamed result loses its error on the way; run without its rows, the same statement returns it. */
    private static EngineError failureOf(Connection engine, String sql) {
        try (var statement = engine.createStatement();
                var plan = statement.executeQuery(AGAIN + sql)) {
            plan.next();
            return EngineError.UNKNOWN;
        } catch (SQLException e) {
            return EngineError.of(e).map(error -> error.before(AGAIN.length())).orElse(EngineError.UNKNOWN);
        }
    }

    private static void open(Connection engine, Order order) throws SQLException {
        try (var statement = engine.createStatement()) {
            statement.execute("set memory_limit = '" + order.memoryMegabytes() + "MB'");
            statement.execute("set threads = " + order.threads());
            // the same question has the same answer everywhere: moments are shown in UTC, and current_date is the day
            // there
            statement.execute("set TimeZone = 'UTC'");
            for (var macro : Places.MACROS) {
                statement.execute(macro);
            }
            int number = 0;
            for (var snapshot : order.snapshots()) {
                attach(statement, snapshot, "snapshot" + number++);
            }
            for (var lock : LOCKS) {
                statement.execute(lock);
            }
        }
    }

    private static void attach(Statement statement, Order.Snapshot snapshot, String name) throws SQLException {
        statement.execute("attach " + Sql.text(snapshot.file()) + " as " + name + " (read_only, encryption_key "
                + Sql.text(snapshot.key()) + ")");
        var schema = Sql.name(snapshot.schema());
        statement.execute("create schema " + schema);
        for (var table : snapshot.tables()) {
            var source = name + "." + schema + "." + Sql.name(table);
            statement.execute("create view " + schema + "." + Sql.name(table) + " as from " + source);
            if (snapshot.alone()) {
                statement.execute("create view main." + schema + " as from " + source);
            }
        }
    }

    private static void answer(Connection engine, Order order, AnswerWriter writer) throws SQLException, IOException {
        try (var statement = engine.createStatement();
                var rows = statement.executeQuery(order.sql())) {
            if (!writer.columns(columns(rows))) {
                writer.failure(EngineError.of(EngineError.TOO_LARGE));
                return;
            }
            for (int count = 0; rows.next(); count++) {
                if (count == order.rowLimit()) {
                    if (order.part()) {
                        writer.end(true);
                    } else {
                        writer.failure(EngineError.of(EngineError.TOO_MANY_ROWS));
                    }
                    return;
                }
                writer.row(rows);
            }
            writer.end(false);
        }
    }

    private static List<Answer.Column> columns(ResultSet rows) throws SQLException {
        var columns = new ArrayList<Answer.Column>();
        var about = rows.getMetaData();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            columns.add(new Answer.Column(about.getColumnName(i), about.getColumnTypeName(i)));
        }
        return columns;
    }

    static byte[] bytes(Order order) {
        return JSON.writeValueAsString(order).getBytes(StandardCharsets.UTF_8);
    }
}
