package nl.datakade.access.query;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.datakade.access.activity.Activities;
import nl.datakade.access.activity.Activity;
import nl.datakade.access.activity.ActivityProblem;
import nl.datakade.access.disclosure.Disclosed;
import nl.datakade.access.disclosure.DisclosureLog;
import nl.datakade.access.projection.Freshness;
import nl.datakade.access.projection.ProjectionIncomplete;
import nl.datakade.access.projection.ProjectionStale;
import nl.datakade.access.relation.Answer;
import nl.datakade.access.relation.AnswerFormat;
import nl.datakade.access.relation.GovernedQuery;
import nl.datakade.access.relation.GovernedRelation;
import nl.datakade.access.relation.QueryFailure;
import nl.datakade.access.relation.QueryProperties;
import nl.datakade.access.relation.QueryStart;
import nl.datakade.access.relation.SnapshotUnavailable;
import nl.datakade.access.statement.ParserFailed;
import nl.datakade.access.turn.Asking;
import nl.datakade.access.turn.CancelledException;
import nl.datakade.access.turn.NoTurnException;
import nl.datakade.contracts.disclosure.LogRecord;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.worker.WorkersBusyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** From question to answer: judge, write the judgement down, then let rows leave, then write down how it ended. */
@Component
class AnswerQuestion {

    private static final Logger log = LoggerFactory.getLogger(AnswerQuestion.class);

    private final Freshness freshness;
    private final Activities activities;
    private final Judge judge;
    private final DisclosureLog disclosures;
    private final GovernedRelation relation;
    private final RunningQueries running;
    private final int rowLimit;

    AnswerQuestion(
            Freshness freshness,
            Activities activities,
            Judge judge,
            DisclosureLog disclosures,
            GovernedRelation relation,
            RunningQueries running,
            QueryProperties properties) {
        this.freshness = freshness;
        this.activities = activities;
        this.judge = judge;
        this.disclosures = disclosures;
        this.relation = relation;
        this.running = running;
        this.rowLimit = properties.rowLimit();
    }

    /** Where an answer goes. */
    interface Sink {
        /** False when it could not be given as a whole. */
        boolean take(UUID queryId, Answer answer) throws IOException;
    }

    /** The question can be cancelled from here on, whatever it waits for. */
    void answer(Question question, AnswerFormat format, Caller caller, Sink sink) throws IOException {
        var queryId = question.queryId() == null ? UuidCreator.getTimeOrderedEpoch() : question.queryId();
        var asking = begun(queryId, question, caller);
        try {
            answer(queryId, question, format, caller, asking, sink);
        } finally {
            running.end(queryId, asking);
        }
    }

    private Asking begun(UUID queryId, Question question, Caller caller) {
        try {
            return running.begin(queryId, caller.subject());
        } catch (QueryProblem.TooMany e) {
            throw unread(queryId, caller, question, e);
        }
    }

    private void answer(UUID queryId, Question question, AnswerFormat format, Caller caller, Asking asking, Sink sink)
            throws IOException {
        if (question.rowLimit() != null && question.rowLimit() > rowLimit) {
            throw unread(queryId, caller, question, new QueryProblem.RowLimitTooHigh(rowLimit));
        }
        var purpose = purpose(queryId, question, caller);
        switch (judged(queryId, question, purpose, caller, asking)) {
            case Judgement.Refused refused -> {
                record(
                        queryId,
                        caller,
                        purpose.id(),
                        Disclosed.Decision.refused(refused.reason(), refused.uses()),
                        question.sql());
                throw refused.problem();
            }
            case Judgement.Allowed allowed -> {
                var permission = allowed.permission();
                record(queryId, caller, purpose.id(), Disclosed.Decision.granted(permission.uses()), question.sql());
                run(question, format, permission, asking, sink);
            }
        }
    }

    /** A question that could not be judged is refused, and in the log, as one that was judged and refused. */
    private Judgement judged(UUID queryId, Question question, Activity purpose, Caller caller, Asking asking) {
        try {
            return judge.judge(queryId, question.sql(), purpose, caller, asking);
        } catch (NoTurnException | WorkersBusyException | ParserFailed e) {
            throw refused(queryId, caller, purpose.id(), question, new QueryProblem.Busy());
        } catch (CancelledException e) {
            throw refused(queryId, caller, purpose.id(), question, failed(QueryFailure.cancelled(), queryId));
        } catch (UncheckedIOException e) {
            log.error("Query {} could not be checked", queryId, e);
            throw refused(queryId, caller, purpose.id(), question, new QueryProblem.Busy());
        }
    }

    private QueryProblem refused(
            UUID queryId, Caller caller, @Nullable UUID purpose, Question question, QueryProblem problem) {
        record(queryId, caller, purpose, Disclosed.Decision.refused(problem.slug(), List.of()), question.sql());
        return problem;
    }

    /** Of what nobody looked at the log keeps no text: anybody could fill it, and nothing is removed from it. */
    private QueryProblem unread(UUID queryId, Caller caller, Question question, QueryProblem problem) {
        var instead = "-- refused unread: %d characters, SHA-256 %s"
                .formatted(question.sql().length(), LogRecord.hashOf(question.sql()));
        record(queryId, caller, null, Disclosed.Decision.refused(problem.slug(), List.of()), instead);
        return problem;
    }

    /** What it is asked for, by what is known now. Who is refused already here is in the log too. */
    private Activity purpose(UUID queryId, Question question, Caller caller) {
        try {
            freshness.require();
            return activities
                    .find(question.purpose())
                    .filter(Activity::active)
                    .orElseThrow(() -> new ActivityProblem.PurposeUnusable(question.purpose()));
        } catch (ProjectionStale | ProjectionIncomplete | ActivityProblem e) {
            record(queryId, caller, null, Disclosed.Decision.refused(e.slug(), List.of()), question.sql());
            throw e;
        }
    }

    private void record(
            UUID queryId, Caller caller, @Nullable UUID purpose, Disclosed.Decision decision, String statement) {
        try {
            disclosures.decided(queryId, caller.subject(), purpose, decision, statement);
        } catch (DuplicateKeyException e) {
            throw new QueryProblem.IdTaken(queryId);
        } catch (DataAccessException | TransactionException e) {
            throw new QueryProblem.LogUnavailable(e);
        }
    }

    private void run(Question question, AnswerFormat format, Permission permission, Asking asking, Sink sink)
            throws IOException {
        long begun = System.nanoTime();
        var outcome = new Disclosed.Outcome("failed", 0, false, 0);
        try {
            switch (started(question, format, permission, asking)) {
                case QueryStart.Failed failed -> {
                    outcome = new Disclosed.Outcome(failed.failure().kind().name(), 0, false, 0);
                    throw reported(failed.failure(), permission.queryId());
                }
                case Answer answer -> {
                    try (answer) {
                        // whatever happens from here on, all of it may have left
                        outcome = new Disclosed.Outcome("broken-off", answer.rows(), answer.truncated(), 0);
                        if (sink.take(permission.queryId(), answer)) {
                            outcome = new Disclosed.Outcome("complete", answer.rows(), answer.truncated(), 0);
                        }
                    }
                }
            }
        } finally {
            ended(permission, outcome, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private QueryStart started(Question question, AnswerFormat format, Permission permission, Asking asking) {
        var query = new GovernedQuery(question.sql(), permission.datasets(), format, question.rowLimit());
        try {
            return relation.query(query, asking);
        } catch (NoTurnException | WorkersBusyException e) {
            throw new QueryProblem.Busy();
        } catch (SnapshotUnavailable e) {
            log.error("Query {} found no usable snapshot: {}", permission.queryId(), e.reason());
            throw e.forQuery(permission.queryId());
        } catch (UncheckedIOException e) {
            log.error("Query {} could not be started", permission.queryId(), e);
            throw new QueryProblem.Busy();
        }
    }

    /** What went wrong in the engine stands in the log under the id that the answer shows, without any value. */
    private static QueryProblem reported(QueryFailure failure, UUID queryId) {
        switch (failure.kind()) {
            case ENGINE, ROOM, SNAPSHOT ->
                log.error("Query {} failed: {} ({})", queryId, failure.kind(), failure.cause());
            case UNKNOWN_COLUMN, INVALID, VALUE, MEMORY, TIME, CANCELLED, TOO_MANY_ROWS, TOO_LARGE ->
                log.info("Query {} failed: {} ({})", queryId, failure.kind(), failure.cause());
        }
        return failed(failure, queryId);
    }

    static QueryProblem failed(QueryFailure failure, UUID queryId) {
        return new QueryProblem.Failed(failure, queryId);
    }

    /** The rows have left already; that the log lacks their number is a matter for the operator. */
    private void ended(Permission permission, Disclosed.Outcome outcome, Duration took) {
        try {
            disclosures.ended(
                    permission.queryId(),
                    permission.person(),
                    permission.purpose(),
                    permission.datasetIds(),
                    new Disclosed.Outcome(outcome.outcome(), outcome.rows(), outcome.truncated(), took.toMillis()));
        } catch (DataAccessException | TransactionException e) {
            log.error("The outcome of query {} is not in the disclosure log", permission.queryId(), e);
        }
    }
}
