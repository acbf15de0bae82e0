package nl.datakade.ingest.source.run;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import nl.datakade.ingest.source.SourceProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/** Writes down how a run ended, and when the source is gone to next. */
@Repository
class RunRecord {

    private static final int SHARE = 10;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SourceProperties properties;

    RunRecord(JdbcClient jdbc, JsonMapper json, SourceProperties properties) {
        this.jdbc = jdbc;
        this.json = json;
        this.properties = properties;
    }

    /** False when the run does not hold its source any more; then its successor counts. */
    @Transactional
    public boolean write(Job job, Ending ending) {
        var held = switch (ending) {
            case Ending.Served served -> served(job, served);
            case Ending.Failed failed -> failed(job, failed);
        };
        return held && ended(job, ending);
    }

    private boolean served(Job job, Ending.Served served) {
        var now = now();
        var due = job.source().schedule().next(job.dueAt(), now);
        return jdbc.sql("""
                        update source set holder = null, held_until = null, attempts = 0, late_told_at = null,
                            asked_anew = false,
                            served_at = :now, landed_at = case when :landed then :now else landed_at end,
                            due_at = case when revision = :revision then :due else due_at end,
                            next_run_at = case when revision = :revision then :next else next_run_at end,
                            mark = case when revision = :revision then coalesce(cast(:mark as jsonb), mark) else mark end
                        where id = :source and holder = :run""")
                        .param("now", Timestamp.from(now))
                        .param("landed", served.state() == Run.State.LANDED)
                        .param("revision", job.source().revision())
                        .param("due", Timestamp.from(due))
                        .param("next", Timestamp.from(due.plus(jitter(Duration.between(now, due)))))
                        .param("mark", served.mark() == null ? null : json.writeValueAsString(served.mark()))
                        .param("source", job.source().id())
                        .param("run", job.run())
                        .update()
                == 1;
    }

    /** The scheduled moment stays unserved, by which a source becomes late. */
    private boolean failed(Job job, Ending.Failed failed) {
        var now = now();
        var again = failed.passing() && job.attempts() + 1 < properties.tries();
        var next = again
                ? now.plus(wait(job.attempts(), failed))
                : job.source().schedule().next(job.dueAt(), now);
        return jdbc.sql("""
                        update source set holder = null, held_until = null,
                            attempts = case when :again then :attempts else 0 end,
                            asked_anew = asked_anew and :again,
                            next_run_at = case when revision = :revision then :next else next_run_at end
                        where id = :source and holder = :run""")
                        .param("again", again)
                        .param("attempts", job.attempts() + 1)
                        .param("revision", job.source().revision())
                        .param("next", Timestamp.from(next))
                        .param("source", job.source().id())
                        .param("run", job.run())
                        .update()
                == 1;
    }

    private boolean ended(Job job, Ending ending) {
        var reason = ending instanceof Ending.Failed failed ? failed.reason() : null;
        var delivery = ending instanceof Ending.Served served ? served.delivery() : null;
        return jdbc.sql("""
                        update source_run set state = :state, reason = :reason, delivery = :delivery, bytes = :bytes,
                            ended_at = now()
                        where id = :run and state = 'RUNNING'""")
                        .param("state", ending.state().name())
                        .param("reason", reason)
                        .param("delivery", delivery)
                        .param("bytes", ending.bytes())
                        .param("run", job.run())
                        .update()
                == 1;
    }

    /** By the clock that says when a source is due: one that lags would find today's moment still to come, and go twice. */
    private Instant now() {
        return jdbc.sql("select now()")
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private Duration wait(int attempts, Ending.Failed failed) {
        var backOff = new ExponentialBackOff(properties.firstWait().toMillis(), 2);
        backOff.setMaxInterval(properties.longestWait().toMillis());
        backOff.setJitter(properties.firstWait().toMillis() / SHARE);
        var execution = backOff.start();
        var wait = Duration.ofMillis(execution.nextBackOff());
        for (int i = 0; i < attempts; i++) {
            wait = Duration.ofMillis(execution.nextBackOff());
        }
        var asked = failed.after();
        return asked != null && asked.compareTo(wait) > 0 && asked.compareTo(properties.longestWait()) <= 0
                ? asked
                : wait;
    }

    private Duration jitter(Duration gap) {
        long most = Math.min(properties.jitter().toMillis(), gap.toMillis() / SHARE);
        return Duration.ofMillis(most <= 0 ? 0 : ThreadLocalRandom.current().nextLong(most));
    }

    void forget(Instant endedBefore) {
        jdbc.sql("delete from source_run where ended_at < :before")
                .param("before", Timestamp.from(endedBefore))
                .update();
    }
}
