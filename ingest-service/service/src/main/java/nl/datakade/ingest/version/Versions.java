package nl.datakade.ingest.version;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.ingest.delivery.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The versions that were given out. Nothing else changes their state, and each change is one of {@link VersionTransition}:
 * where it is not allowed, nothing happens, and the caller is given nothing. Locks the version, then its reading job, then
 * its dataset; whoever locks more than one does so in this order.
 */
@Repository
public class Versions {

    private final JdbcClient jdbc;
    private final AcceptedContent accepted;
    private final JsonMapper json;

    Versions(JdbcClient jdbc, AcceptedContent accepted, JsonMapper json) {
        this.jdbc = jdbc;
        this.accepted = accepted;
        this.json = json;
    }

    /** Whatever changes this version waits for the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(UUID delivery) {
        jdbc.sql("select delivery_id from version where delivery_id = :id for update")
                .param("id", delivery)
                .query(UUID.class)
                .single();
    }

    /** The same of several versions of a dataset, in their order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(UUID dataset, List<Integer> versions) {
        jdbc.sql("""
                        select delivery_id from version
                        where dataset_id = :dataset and version = any(:versions) order by version for update""")
                .param("dataset", dataset)
                .param("versions", versions.toArray(Integer[]::new))
                .query(UUID.class)
                .list();
    }

    public boolean isEnded(UUID delivery) {
        return jdbc.sql("select ended_at is not null from version where delivery_id = :id")
                .param("id", delivery)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** The revision under which it was last announced. */
    public long revision(UUID delivery) {
        return jdbc.sql("select revision from version where delivery_id = :id")
                .param("id", delivery)
                .query(Long.class)
                .single();
    }

    /** For whoever took its reading job. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean beginReading(UUID delivery) {
        return change("""
                                update version set state = :to where delivery_id = :id and state = any(:from)""", VersionTransition.BEGIN_READING)
                        .param("id", delivery)
                        .update()
                == 1;
    }

    /**
     * Writes what a reader found, for whoever finished its reading job.
     *
     * @param transition {@link VersionTransition#READ} or {@link VersionTransition#FAIL}
     * @param reading its number; the first that succeeds changes nothing about what was accepted last
     * @param reasons why there are no tables
     * @return the revision to announce it with
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Long> finishReading(
            Delivery delivery,
            VersionTransition transition,
            int reading,
            List<String> reasons,
            List<Delivery.Table> tables,
            Instant now) {
        var revision = change("""
                        update version set state = :to, reasons = :reasons, tables = cast(:tables as jsonb), since = :now,
                            revision = revision + 1
                        where delivery_id = :id and state = any(:from) returning revision""", transition)
                .param("reasons", reasons.toArray(String[]::new))
                .param("tables", json.writeValueAsString(tables))
                .param("now", Timestamp.from(now))
                .param("id", delivery.id())
                .query(Long.class)
                .optional();
        if (revision.isPresent() && (transition == VersionTransition.FAIL || reading > 1)) {
            accepted.recount(delivery.datasetId());
        }
        return revision;
    }

    /**
     * Has it read once more. False when it waits for a reader, has one, or ended; or is of a stream, whose versions are
     * more than their own bytes.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean readAgain(UUID delivery) {
        return change("""
                                with again as (
                                    update version v set state = :to, reasons = '{}'
                                    where delivery_id = :id and state = any(:from)
                                        and not exists (select from dataset d where d.id = v.dataset_id and d.stream)
                                    returning delivery_id, dataset_id, version)
                                insert into reading_job
                                    (delivery_id, dataset_id, version, department, received_at, reading, due_at)
                                select v.delivery_id, v.dataset_id, v.version, f.department, f.received_at,
                                    (select coalesce(max(r.reading), 0) + 1 from reading r
                                     where r.dataset_id = v.dataset_id and r.version = v.version), now()
                                from again v join delivery f on f.id = v.delivery_id""", VersionTransition.READ_AGAIN).param("id", delivery).update() == 1;
    }

    /** Takes over what quality says of its last reading, if it is news; of one that could not be read it says nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    void judge(ScoreState score) {
        var transition = switch (score.verdict()) {
            case RELEASED -> VersionTransition.RELEASE;
            case HELD_BACK -> VersionTransition.HOLD_BACK;
        };
        change("""
                        update version set state = :to, reasons = :reasons, score_revision = :revision,
                            breaches = cast(:breaches as jsonb), breach_counts = cast(:counts as jsonb),
                            since = case when state = :to and reasons = cast(:reasons as text[]) then since else :at end
                        where dataset_id = :dataset and version = :version and score_revision < :revision
                          and state = any(:from)
                          and not exists (select 1 from reading newer
                              where newer.dataset_id = :dataset and newer.version = :version
                                and newer.reading > :reading)""", transition)
                .param("reasons", score.reasons().toArray(String[]::new))
                .param("breaches", json.writeValueAsString(score.breaches()))
                .param("counts", json.writeValueAsString(score.breachCounts()))
                .param("revision", score.revision())
                .param("at", Timestamp.from(score.scoredAt()))
                .param("dataset", score.datasetId())
                .param("version", score.version())
                .param("reading", score.reading())
                .update();
    }

    /** With which revision an end is announced, and how often the version had been read. */
    record Ended(long revision, int reading) {}

    /** Ends it, for good; nobody has to read it any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Ended> end(Delivery delivery, VersionTransition transition, Delivery.Ending ending) {
        var ended = change("""
                        with ended as (
                            update version set state = :to, reasons = '{}', revision = revision + 1, since = :now,
                                ended_at = :now, ended_by = :by, ended_reason = :reason
                            where delivery_id = :id and state = any(:from)
                            returning delivery_id, revision, dataset_id, version),
                        unread as (delete from reading_job j using ended where j.delivery_id = ended.delivery_id)
                        select revision, (select coalesce(max(reading), 0) from reading r
                            where r.dataset_id = ended.dataset_id and r.version = ended.version) as reading
                        from ended""", transition)
                .param("now", Timestamp.from(ending.at()))
                .param("by", ending.by())
                .param("reason", ending.reason())
                .param("id", delivery.id())
                .query((row, _) -> new Ended(row.getLong("revision"), row.getInt("reading")))
                .optional();
        if (ended.isPresent()) {
            accepted.recount(delivery.datasetId());
        }
        return ended;
    }

    /** With which revision its end was announced. */
    Ended ended(UUID delivery) {
        return jdbc.sql("""
                        select revision, (select coalesce(max(reading), 0) from reading r
                            where r.dataset_id = v.dataset_id and r.version = v.version) as reading
                        from version v where delivery_id = :id""")
                .param("id", delivery)
                .query((row, _) -> new Ended(row.getLong("revision"), row.getInt("reading")))
                .single();
    }

    /** What was known of the content of a version that was removed goes with it, and the name of its file. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetContent(UUID delivery) {
        jdbc.sql("""
                        with forgotten as (
                            update version set tables = '[]', breaches = '[]', breach_counts = '{}'
                            where delivery_id = :id)
                        update delivery set file_name = null where id = :id""").param("id", delivery).update();
    }

    private JdbcClient.StatementSpec change(String sql, VersionTransition transition) {
        return jdbc.sql(sql).param("to", transition.to().name()).param("from", transition.from());
    }
}
