package nl.datakade.access.query;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
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
import nl.datakade.access.relation.GovernedRelation;
import nl.datakade.access.relation.QueryFailure;
import nl.datakade.access.relation.QueryProperties;
import nl.datakade.access.relation.QueryStart;
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

    /** Where rows go. */
    interface Sink {
        /** True when all rows were taken. */
        Disclosed.Outcome take(UUID queryId, Answer answer) throws IOException;
    }

    void answer(Question question, Caller caller, Sink sink) throws IOException {
        var queryId = question.queryId() == null ? UuidCreator.getTimeOrderedEpoch() : question.queryId();
        var purpose = purpose(queryId, question, caller);
        try {
            switch (judge.judge(queryId, question.sql(), purpose, caller)) {
                case Judgement.Refused refused -> {
                    record(
                            queryId,
                            caller,
                            purpose.id(),
                            Disclosed.Decision.refused(refused.reason(), refused.uses()),
                            question);
                    throw refused.problem();
                }
                case Judgement.Allowed allowed -> {
                    var permission = allowed.permission();
                    record(queryId, caller, purpose.id(), Disclosed.Decision.granted(permission.uses()), question);
                    run(question, permission, sink);
                }
            }
        } catch (WorkersBusyException e) {
            throw new QueryProblem.Busy();
        }
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
            record(queryId, caller, null, Disclosed.Decision.refused(e.slug(), List.of()), question);
            throw e;
        }
    }

    private void record(
            UUID queryId, Caller caller, @Nullable UUID purpose, Disclosed.Decision decision, Question question) {
        try {
            disclosures.decided(queryId, caller.subject(), purpose, decision, question.sql());
        } catch (DuplicateKeyException e) {
            throw new QueryProblem.IdTaken(queryId);
        } catch (DataAccessException | TransactionException e) {
            throw new QueryProblem.LogUnavailable(e);
        }
    }

    private void run(Question question, Permission permission, Sink sink) throws IOException {
        long begun = System.nanoTime();
        var outcome = new Disclosed.Outcome("failed", 0, false, 0);
        try {
            outcome = taken(question, permission, sink);
        } finally {
            ended(permission, outcome, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private Disclosed.Outcome taken(Question question, Permission permission, Sink sink) throws IOException {
        int rows = question.rowLimit() == null ? rowLimit : Math.min(rowLimit, question.rowLimit());
        return switch (relation.query(question.sql(), permission.datasets(), rows)) {
            case QueryStart.Failed failed -> throw failed(failed.failure());
            case Answer answer -> {
                running.begin(permission.queryId(), permission.person(), answer);
                try (answer) {
                    yield sink.take(permission.queryId(), answer);
                } finally {
                    running.end(permission.queryId());
                }
            }
        };
    }

    static QueryProblem failed(QueryFailure failure) {
        return new QueryProblem.Failed(failure);
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
