package nl.datakade.access.relation;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import nl.datakade.access.turn.Asking;
import nl.datakade.platform.worker.WorkerCall;
import nl.datakade.platform.worker.WorkerOutcome;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes an answer from a worker, all of it, or the reason why there is none. */
final class AnswerReader {

    private static final JsonMapper JSON = new JsonMapper();

    private final String sql;
    private final WorkerCall call;
    private final AnswerSpool spool;
    private final Asking asking;
    private final int rowLimit;
    private List<Answer.Column> columns = List.of();

    /** @param rowLimit beyond which an answer is refused, to say so */
    AnswerReader(String sql, WorkerCall call, AnswerSpool spool, Asking asking, int rowLimit) {
        this.sql = sql;
        this.call = call;
        this.spool = spool;
        this.asking = asking;
        this.rowLimit = rowLimit;
    }

    /** Closes the spool unless it is part of an answer. */
    QueryStart read() throws IOException {
        var answered = false;
        try {
            var start = blocks();
            answered = start instanceof Answer;
            return start;
        } finally {
            if (!answered) {
                spool.close();
            }
        }
    }

    private QueryStart blocks() throws IOException {
        var in = new DataInputStream(call.output());
        while (true) {
            AnswerBlock block;
            try {
                block = AnswerBlock.read(in);
            } catch (IOException e) {
                return new QueryStart.Failed(brokenOff());
            }
            try {
                switch (block.kind()) {
                    case COLUMNS -> columns = List.of(JSON.readValue(block.content(), Answer.Column[].class));
                    case ROWS -> {
                        var room = spool.write(block.content());
                        if (room != AnswerSpools.Room.ENOUGH) {
                            return new QueryStart.Failed(QueryFailure.of(
                                    room == AnswerSpools.Room.NONE_LEFT
                                            ? QueryFailure.Kind.ROOM
                                            : QueryFailure.Kind.TOO_LARGE));
                        }
                    }
                    case END -> {
                        var end = JSON.readValue(block.content(), AnswerWriter.End.class);
                        // all was said: the process goes back to the pool instead of being ended
                        var _ = call.outcome();
                        return new Answer(columns, end.rows(), end.truncated(), spool, asking);
                    }
                    case FAILURE -> {
                        var error = JSON.readValue(block.content(), EngineError.class);
                        var _ = call.outcome();
                        return new QueryStart.Failed(
                                error.type().equals(EngineError.TOO_MANY_ROWS)
                                        ? QueryFailure.tooManyRows(rowLimit)
                                        : QueryFailure.of(error, sql));
                    }
                }
            } catch (JacksonException e) {
                return new QueryStart.Failed(QueryFailure.ofEngine("no answer"));
            }
        }
    }

    private QueryFailure brokenOff() {
        return switch (call.outcome()) {
            case WorkerOutcome.OutOfMemory _ -> QueryFailure.of(QueryFailure.Kind.MEMORY);
            case WorkerOutcome.TimedOut _ -> QueryFailure.of(QueryFailure.Kind.TIME);
            case WorkerOutcome.Cancelled _ -> QueryFailure.of(QueryFailure.Kind.CANCELLED);
            case WorkerOutcome.Completed _ -> QueryFailure.ofEngine("no answer");
            case WorkerOutcome.Failed failed -> QueryFailure.ofEngine(failed.exception());
            case WorkerOutcome.Crashed crashed -> QueryFailure.ofEngine("crashed with status " + crashed.exitStatus());
        };
    }
}
