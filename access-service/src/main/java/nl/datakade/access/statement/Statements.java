package nl.datakade.access.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import nl.datakade.access.statement.Refusal.Reason;
import nl.datakade.platform.worker.WorkerOutcome;
import nl.datakade.platform.worker.Workers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks statements. The engine that parses them runs in a worker, for what it parses comes from outside. */
public final class Statements {

    /** The function by which a filter speaks of the asker: the list of the slugs of his departments. */
    public static final String ASKER_DEPARTMENTS = "asker_departments";

    private static final int LONGEST = 100_000;
    private static final Duration BOUND = Duration.ofSeconds(10);

    private final Workers workers;
    private final JsonMapper json = new JsonMapper();

    public Statements(Workers workers) {
        this.workers = workers;
    }

    public Reading check(String sql) {
        return check(sql, false);
    }

    private Reading check(String sql, boolean filter) {
        if (sql.isBlank()) {
            return refused(Reason.EMPTY, null);
        }
        if (sql.length() > LONGEST) {
            return refused(Reason.TOO_LONG, null);
        }
        try {
            return read(sql, json.readTree(tree(sql)), filter);
        } catch (StreamConstraintsException e) {
            return refused(Reason.TOO_DEEP, null);
        } catch (JacksonException | IOException e) {
            throw new IllegalStateException("The engine's parse tree cannot be read", e);
        }
    }

    /**
     * Checks a filter on rows: a condition on these columns of one table. Besides the functions of statements it may
     * use {@link #ASKER_DEPARTMENTS}.
     */
    public Reading checkFilter(String condition, List<String> columns) {
        var prefix = "select 1 from t where (";
        var reading = check(prefix + condition + "\n)", true);
        if (reading instanceof Reading.Refused refused) {
            return new Reading.Refused(refused.refusal().before(prefix.length()));
        }
        var acceptable = (Reading.Acceptable) reading;
        boolean own = acceptable.tables().size() == 1
                && !acceptable.columns().all()
                && acceptable.columns().names().stream()
                        .allMatch(name -> columns.stream().anyMatch(name::equalsIgnoreCase));
        return own ? reading : refused(Reason.FILTER, null);
    }

    /** The parse tree; none when the parser gave up on so much nesting. */
    private byte[] tree(String sql) throws IOException {
        var tree = new ByteArrayOutputStream();
        var outcome = workers.run(ParseTask.class, sql.getBytes(StandardCharsets.UTF_8), tree, BOUND);
        return switch (outcome) {
            case WorkerOutcome.Completed _ -> tree.toByteArray();
            case WorkerOutcome.Failed _,
                    WorkerOutcome.Crashed _,
                    WorkerOutcome.OutOfMemory _,
                    WorkerOutcome.TimedOut _,
                    WorkerOutcome.Cancelled _ ->
                "{\"error\":true,\"error_type\":\"too deep\"}".getBytes(StandardCharsets.UTF_8);
        };
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
}
