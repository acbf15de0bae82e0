package nl.datakade.ingest.source.run;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.datakade.ingest.source.Source;
import nl.datakade.ingest.source.SourceProblem;
import nl.datakade.ingest.source.SourceProperties;
import nl.datakade.ingest.source.Sources;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which source is to be gone to next. Any number of instances ask; a source is held by one of them, for as long as that
 * one gives signs of life. It goes by the database's clock, for those of instances differ.
 */
@Repository
class RunQueue {

    private static final TypeReference<Map<String, String>> MARK = new TypeReference<>() {};

    private static final String CLAIM = """
            with due as (
                select id from source
                where removed_at is null and (held_until is null or held_until < now())
                  and (holder is not null or asked_run is not null or (not paused and next_run_at <= now()))
                order by asked_run is null, next_run_at limit 1 for update skip locked)
            update source s set holder = coalesce(s.asked_run, :run), held_until = now() + make_interval(secs => :lease),
                asked_run = null,
                attempts = s.attempts + case when s.holder is null then 0 else 1 end
            from due where s.id = due.id
            returning s.id, s.holder as run, old.holder as lost, old.asked_run as asked, old.asked_anew as anew,
                s.attempts, s.due_at, s.mark
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Sources sources;
    private final SourceProperties properties;

    RunQueue(JdbcClient jdbc, JsonMapper json, Sources sources, SourceProperties properties) {
        this.jdbc = jdbc;
        this.json = json;
        this.sources = sources;
        this.properties = properties;
    }

    private record Claimed(
            UUID source,
            UUID run,
            @Nullable UUID lost,
            boolean asked,
            int attempts,
            Instant dueAt,
            Map<String, String> mark) {}

    /** A run that is to be made, or that a killed instance left. */
    @Transactional
    public Optional<Job> claim() {
        var claimed = jdbc.sql(CLAIM)
                .param("run", UuidCreator.getTimeOrderedEpoch())
                .param("lease", lease())
                .query(this::claimed)
                .optional();
        claimed.ifPresent(taken -> begin(taken));
        return claimed.map(taken -> new Job(
                taken.run(),
                sources.find(taken.source()).orElseThrow(),
                taken.attempts(),
                taken.dueAt(),
                taken.mark(),
                new AtomicBoolean()));
    }

    private Claimed claimed(ResultSet row, int number) throws SQLException {
        var mark = json.readValue(row.getString("mark"), MARK);
        return new Claimed(
                row.getObject("id", UUID.class),
                row.getObject("run", UUID.class),
                row.getObject("lost", UUID.class),
                row.getObject("asked", UUID.class) != null,
                row.getInt("attempts"),
                row.getTimestamp("due_at").toInstant(),
                row.getBoolean("anew") ? Map.of() : mark);
    }

    private void begin(Claimed claimed) {
        if (claimed.lost() != null) {
            jdbc.sql("""
                            update source_run set state = 'LOST', reason = 'instance-lost', ended_at = now()
                            where id = :run and state = 'RUNNING'""").param("run", claimed.lost()).update();
        }
        if (claimed.asked()) {
            jdbc.sql("update source_run set state = 'RUNNING', started_at = now() where id = :run")
                    .param("run", claimed.run())
                    .update();
        } else {
            var cause = claimed.attempts() > 0 ? Run.Cause.RETRY : Run.Cause.SCHEDULE;
            jdbc.sql("""
                            insert into source_run (id, source_id, cause, state, created_at, started_at)
                            values (:run, :source, :cause, 'RUNNING', now(), now())""")
                    .param("run", claimed.run())
                    .param("source", claimed.source())
                    .param("cause", cause.name())
                    .update();
        }
    }

    /** A sign of life; false when the source is held by another run, or is no more. */
    boolean extend(Job job) {
        return jdbc.sql("""
                        update source set held_until = now() + make_interval(secs => :lease)
                        where id = :source and holder = :run and removed_at is null""")
                        .param("lease", lease())
                        .param("source", job.source().id())
                        .param("run", job.run())
                        .update()
                == 1;
    }

    /** Leaves the source to whoever comes next, at once. */
    void giveBack(Job job) {
        jdbc.sql("update source set held_until = now() where id = :source and holder = :run")
                .param("source", job.source().id())
                .param("run", job.run())
                .update();
    }

    /**
     * A run as soon as somebody is free.
     *
     * @param anew whether or not anything changed
     */
    @Transactional
    public UUID ask(Source source, boolean anew, Caller caller) {
        var run = UuidCreator.getTimeOrderedEpoch();
        var asked = jdbc.sql("""
                        update source set asked_run = :run, asked_anew = :anew
                        where id = :source and removed_at is null and holder is null and asked_run is null""")
                .param("run", run)
                .param("anew", anew)
                .param("source", source.id())
                .update();
        if (asked != 1) {
            throw new SourceProblem.Running();
        }
        jdbc.sql("""
                        insert into source_run (id, source_id, cause, asked_by, state, created_at)
                        values (:run, :source, 'REQUEST', :by, 'WAITING', now())""")
                .param("run", run)
                .param("source", source.id())
                .param("by", caller.subject())
                .update();
        return run;
    }

    private double lease() {
        return properties.lease().toMillis() / 1000.0;
    }
}
