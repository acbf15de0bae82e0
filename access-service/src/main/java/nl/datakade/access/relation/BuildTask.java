package nl.datakade.access.relation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import nl.datakade.platform.worker.WorkerTask;
import tools.jackson.databind.json.JsonMapper;

/** In a worker: the trusted engine that writes a snapshot. It runs the service's own statements only. */
public final class BuildTask implements WorkerTask {

    static final String SNAPSHOT = "snapshot";

    /** @param key encrypts the file; it travels through the pipe and stands nowhere else */
    record Order(String file, String key, int memoryMegabytes, List<String> statements) {}

    @Override
    public void run(InputStream in, OutputStream out) throws IOException, SQLException {
        var order = new JsonMapper().readValue(in.readAllBytes(), Order.class);
        try (var engine = DriverManager.getConnection("jdbc:duckdb:");
                var statement = engine.createStatement()) {
            statement.execute("set memory_limit = '" + order.memoryMegabytes() + "MB'");
            statement.execute("set threads = 2");
            // raw rows never spill to disk
            statement.execute("set temp_directory = ''");
            // without OpenSSL the engine's nonces come from a plain generator; the key does not, and serves one file
            statement.execute("set force_mbedtls_unsafe = true");
            statement.execute("attach " + Sql.text(order.file()) + " as " + SNAPSHOT + " (encryption_key "
                    + Sql.text(order.key()) + ", encryption_cipher 'GCM')");
            for (var macro : Places.MACROS) {
                statement.execute(macro);
            }
            for (var sql : order.statements()) {
                execute(statement, sql);
            }
            statement.execute("detach " + SNAPSHOT);
        }
    }

    /** The engine's words may quote a value, so that only the kind of its error counts. */
    private static void execute(Statement statement, String sql) throws SQLException, FilterMisfit {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            var words = String.valueOf(e.getMessage());
            if (sql.contains(SnapshotScript.FILTER)
                    && (words.startsWith("Binder Error") || words.startsWith("Conversion Error"))) {
                throw new FilterMisfit();
            }
            throw e;
        }
    }
}
