package nl.datakade.access.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import nl.datakade.platform.worker.WorkerTask;

/** In a worker: the engine's parse tree of a statement, as JSON. */
public final class ParseTask implements WorkerTask {

    @Override
    public void warmUp() throws IOException {
        parse("select 1");
    }

    @Override
    public void run(InputStream in, OutputStream out) throws IOException {
        var sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        out.write(parse(sql).getBytes(StandardCharsets.UTF_8));
    }

    private static String parse(String sql) throws IOException {
        try (var engine = DriverManager.getConnection("jdbc:duckdb:");
                var statement = engine.prepareStatement("select json_serialize_sql(?)::varchar")) {
            statement.setString(1, sql);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
