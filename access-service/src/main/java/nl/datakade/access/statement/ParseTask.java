package nl.datakade.access.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import nl.datakade.access.statement.Refusal.Reason;
import nl.datakade.platform.worker.WorkerTask;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * In a worker: has the engine parse a statement, goes through the tree and judges it. A tree is a thousand times its
 * statement, so it never leaves the worker: what the service gets is a verdict and the names that were referred to.
 */
public final class ParseTask implements WorkerTask {

    /** Of the tree as JSON; a statement of a thousand lines by hand has a tenth of it. */
    private static final int LARGEST_TREE = 6_000_000;

    private static final byte STATEMENT = 'S';
    private static final byte FILTER = 'F';
    private static final JsonMapper JSON = new JsonMapper();

    /** What the service gets: why not, or what is referred to. */
    record Verdict(@Nullable Refusal refusal, List<TableReference> tables, Set<String> columns, boolean allColumns) {

        static Verdict of(Reading reading) {
            return switch (reading) {
                case Reading.Refused refused -> new Verdict(refused.refusal(), List.of(), Set.of(), false);
                case Reading.Acceptable acceptable ->
                    new Verdict(
                            null,
                            acceptable.tables(),
                            acceptable.columns().names(),
                            acceptable.columns().all());
            };
        }

        Reading reading() {
            return refusal == null
                    ? new Reading.Acceptable(tables, new ColumnUse(columns, allColumns))
                    : new Reading.Refused(refusal);
        }
    }

    /** The order for a worker. */
    static byte[] order(String sql, boolean filter) {
        var text = sql.getBytes(StandardCharsets.UTF_8);
        var order = new byte[text.length + 1];
        order[0] = filter ? FILTER : STATEMENT;
        System.arraycopy(text, 0, order, 1, text.length);
        return order;
    }

    static Reading reading(byte[] verdict) {
        return JSON.readValue(verdict, Verdict.class).reading();
    }

    @Override
    public void warmUp() throws IOException {
        JSON.writeValueAsBytes(Verdict.of(read("select 1", false)));
    }

    @Override
    public void run(InputStream in, OutputStream out) throws IOException {
        var order = in.readAllBytes();
        var sql = new String(Arrays.copyOfRange(order, 1, order.length), StandardCharsets.UTF_8);
        out.write(JSON.writeValueAsBytes(Verdict.of(read(sql, order[0] == FILTER))));
    }

    private static Reading read(String sql, boolean filter) throws IOException {
        var tree = parse(sql);
        if (tree == null) {
            return refused(Reason.TOO_LARGE, null);
        }
        try {
            return read(sql, JSON.readTree(tree), filter);
        } catch (StreamConstraintsException e) {
            return refused(Reason.TOO_DEEP, null);
        } catch (JacksonException e) {
            throw new IOException("The engine's parse tree cannot be read", e);
        }
    }

    private static Reading read(String sql, JsonNode tree, boolean filter) {
        if (tree.path("error").asBoolean()) {
            return failed(sql, tree);
        }
        var statements = tree.path("statements");
        if (statements.size() != 1) {
            return refused(statements.isEmpty() ? Reason.EMPTY : Reason.SEVERAL_STATEMENTS, null);
        }
        try {
            var statement = statements.get(0);
            return filter ? new TreeCheck(sql).checkFilter(statement) : new TreeCheck(sql).check(statement);
        } catch (TreeCheck.Refused e) {
            return new Reading.Refused(e.refusal());
        }
    }

    private static Reading failed(String sql, JsonNode tree) {
        return switch (tree.path("error_type").asString()) {
            case "parser", "syntax" ->
                refused(
                        Reason.SYNTAX,
                        Position.ofByte(sql, tree.path("position").asLong(-1)));
            case "not implemented" -> refused(Reason.NOT_A_SELECT, null);
            default -> refused(Reason.TOO_DEEP, null);
        };
    }

    private static Reading refused(Reason reason, @Nullable Position position) {
        return new Reading.Refused(new Refusal(reason, null, position));
    }

    /** The parse tree; null when it is larger than can be gone through. */
    private static @Nullable String parse(String sql) throws IOException {
        var bounded = new Properties();
        bounded.setProperty("memory_limit", "256MB");
        bounded.setProperty("threads", "1");
        bounded.setProperty("temp_directory", "");
        try (var engine = DriverManager.getConnection("jdbc:duckdb:", bounded);
                var statement = engine.prepareStatement("select case when strlen(tree) <= " + LARGEST_TREE
                        + " then tree end from (select json_serialize_sql(?)::varchar as tree)")) {
            statement.setString(1, sql);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).startsWith("Out of Memory Error")) {
                return null;
            }
            throw new IOException(e);
        }
    }
}
