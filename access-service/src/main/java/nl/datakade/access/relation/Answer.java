package nl.datakade.access.relation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.datakade.platform.worker.WorkerCall;
import nl.datakade.platform.worker.WorkerOutcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of an answer as they come. Take them until there are none, ask for the {@link #ending}, close. */
public final class Answer implements QueryStart, AutoCloseable {

    /** A column of the answer; the type is SQL's. */
    public record Column(String name, String type) {}

    /** How an answer ended. */
    public sealed interface Ending {
        /**
         * All rows there are, or as many as the limit allows.
         *
         * @param truncated whether there were more
         */
        record Complete(long rows, boolean truncated) implements Ending {}

        record BrokenOff(QueryFailure failure) implements Ending {}
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final String sql;
    private final WorkerCall call;
    private final Runnable release;
    private final BufferedReader lines;
    private List<Column> columns = List.of();
    private @Nullable Ending ending;
    private boolean begun;

    private Answer(String sql, WorkerCall call, Runnable release) {
        this.sql = sql;
        this.call = call;
        this.release = release;
        this.lines = new BufferedReader(new InputStreamReader(call.output(), StandardCharsets.UTF_8));
    }

    /** Waits for the columns, or for the reason why there are none; without an answer nothing is left running. */
    static QueryStart start(String sql, WorkerCall call, Runnable release) {
        var answer = new Answer(sql, call, release);
        try {
            var start = answer.begin();
            if (start != answer) {
                answer.close();
            }
            return start;
        } catch (RuntimeException e) {
            answer.cancel();
            answer.close();
            throw e;
        }
    }

    private QueryStart begin() {
        var first = line();
        if (first == null) {
            return new Failed(brokenOff());
        }
        var node = JSON.readTree(first);
        if (node.has("error")) {
            return new Failed(failure(node));
        }
        begun = true;
        columns = List.of(JSON.treeToValue(node.path("columns"), Column[].class));
        return this;
    }

    public List<Column> columns() {
        return columns;
    }

    /** The next row as a JSON array; null when there are no more. */
    public @Nullable String next() {
        if (ending != null) {
            return null;
        }
        var line = line();
        if (line != null && line.startsWith("[")) {
            return line;
        }
        ending = line == null ? new Ending.BrokenOff(brokenOff()) : ending(JSON.readTree(line));
        return null;
    }

    public Ending ending() {
        while (ending == null) {
            next();
        }
        return ending;
    }

    /** Ends the engine's work at once; any thread may. */
    public void cancel() {
        call.cancel();
    }

    @Override
    public void close() {
        if (ending != null || !begun) {
            // all was said: the process goes back to the pool instead of being ended
            call.outcome();
        }
        call.close();
        release.run();
    }

    private Ending ending(JsonNode node) {
        return node.has("error")
                ? new Ending.BrokenOff(failure(node))
                : new Ending.Complete(
                        node.path("rowCount").asLong(), node.path("truncated").asBoolean());
    }

    private QueryFailure failure(JsonNode node) {
        return QueryFailure.of(JSON.treeToValue(node.path("error"), EngineError.class), sql);
    }

    private QueryFailure brokenOff() {
        return QueryFailure.of(
                switch (call.outcome()) {
                    case WorkerOutcome.OutOfMemory _ -> QueryFailure.Kind.MEMORY;
                    case WorkerOutcome.TimedOut _ -> QueryFailure.Kind.TIME;
                    case WorkerOutcome.Cancelled _ -> QueryFailure.Kind.CANCELLED;
                    case WorkerOutcome.Completed _, WorkerOutcome.Failed _, WorkerOutcome.Crashed _ ->
                        QueryFailure.Kind.ENGINE;
                });
    }

    private @Nullable String line() {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
