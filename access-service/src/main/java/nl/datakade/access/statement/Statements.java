package nl.datakade.access.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import nl.datakade.access.statement.Refusal.Reason;
import nl.datakade.access.turn.Asking;
import nl.datakade.access.turn.CancelledException;
import nl.datakade.access.turn.Turns;
import nl.datakade.platform.worker.WorkerCall;
import nl.datakade.platform.worker.WorkerOutcome;
import nl.datakade.platform.worker.Workers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Checks statements, in workers of their own: what they parse comes from outside, and no query may be in their way. */
public final class Statements {

    private static final Logger log = LoggerFactory.getLogger(Statements.class);

    /** The function by which a filter speaks of the asker: the list of the slugs of their departments. */
    public static final String ASKER_DEPARTMENTS = "asker_departments";

    /** In characters. */
    public static final int LONGEST = 100_000;

    /** A process ends so by SIGSEGV: the engine's parser recurses, and what is nested deeply enough fills its stack. */
    private static final int STACK_FULL = 139;

    private static final int LARGEST_VERDICT = 1_000_000;
    private static final Duration BOUND = Duration.ofSeconds(10);

    private final Workers workers;
    private final Turns turns;

    public Statements(Workers workers, Turns turns) {
        this.workers = workers;
        this.turns = turns;
    }

    public Reading check(String sql, Asking asking) {
        return check(sql, false, asking);
    }

    private Reading check(String sql, boolean filter, Asking asking) {
        if (sql.isBlank()) {
            return refused(Reason.EMPTY);
        }
        if (sql.length() > LONGEST) {
            return refused(Reason.TOO_LONG);
        }
        try (var _ = turns.take(asking);
                var call = workers.call(ParseTask.class, ParseTask.order(sql, filter), BOUND)) {
            asking.onCancel(call::cancel);
            var verdict = call.output().readNBytes(LARGEST_VERDICT);
            var refused = refusedBy(call, asking);
            asking.requireWanted();
            return refused != null ? refused : ParseTask.reading(verdict);
        } catch (JacksonException e) {
            return refused(Reason.TOO_LARGE);
        } catch (IOException | UncheckedIOException e) {
            log.error("The parser could not be reached for {}", asking, e);
            throw new ParserFailed(e.getClass().getName());
        }
    }

    /**
     * Checks a filter on rows: a condition on these columns of one table. Besides the functions of statements it may
     * use {@link #ASKER_DEPARTMENTS}.
     */
    public Reading checkFilter(String condition, List<String> columns, Asking asking) {
        var prefix = "select 1 from t where (";
        var reading = check(prefix + condition + "\n)", true, asking);
        if (reading instanceof Reading.Refused refused) {
            return new Reading.Refused(refused.refusal().before(prefix.length()));
        }
        var acceptable = (Reading.Acceptable) reading;
        var known = columns.stream().map(SqlNames::fold).collect(Collectors.toSet());
        boolean own = acceptable.tables().size() == 1
                && !acceptable.columns().all()
                && known.containsAll(acceptable.columns().names());
        return own ? reading : refused(Reason.FILTER);
    }

    /** A worker that gave up on a statement has judged it too; null when it has not. */
    private static @Nullable Reading refusedBy(WorkerCall call, Asking asking) {
        return switch (call.outcome()) {
            case WorkerOutcome.Completed _ -> null;
            case WorkerOutcome.OutOfMemory _ -> gaveUp("it wanted too much memory", Reason.TOO_LARGE, asking);
            case WorkerOutcome.TimedOut _ -> gaveUp("it took too long", Reason.TOO_LARGE, asking);
            case WorkerOutcome.Cancelled _ -> throw new CancelledException();
            // the message may quote the statement
            case WorkerOutcome.Failed failed -> throw failed(failed.exception(), asking);
            case WorkerOutcome.Crashed crashed
            when crashed.exitStatus() == STACK_FULL -> gaveUp("its stack was full", Reason.TOO_DEEP, asking);
            case WorkerOutcome.Crashed crashed -> throw failed("exit status " + crashed.exitStatus(), asking);
        };
    }

    private static Reading gaveUp(String why, Reason reason, Asking asking) {
        log.warn("The parser gave up on {}: {}", asking, why);
        return refused(reason);
    }

    private static ParserFailed failed(String how, Asking asking) {
        log.error("The parser failed on {}: {}", asking, how);
        return new ParserFailed(how);
    }

    private static Reading refused(Reason reason) {
        return new Reading.Refused(new Refusal(reason, null, null));
    }
}
