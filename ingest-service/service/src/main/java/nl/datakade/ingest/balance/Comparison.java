package nl.datakade.ingest.balance;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.datakade.ingest.balance.Imbalance.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What does not agree in an {@link Inventory}; each question answers with the subjects it is about. */
@Component
class Comparison {

    /** A reader's lease and its retries are far shorter. */
    private static final Duration READING_PATIENCE = Duration.ofHours(1);

    private static final Duration EVENT_PATIENCE = Duration.ofMinutes(5);

    private static final Map<Kind, String> QUESTIONS = Map.ofEntries(
            Map.entry(Kind.OBJECT_MISSING, """
                    select d.id::text from delivery d join version v on v.delivery_id = d.id
                    where v.state <> 'REMOVED' and not exists (select from stored s where s.key = d.object_key)"""),
            Map.entry(Kind.OBJECT_DAMAGED, """
                    select d.id::text from delivery d join stored s on s.key = d.object_key where s.size <> d.size"""),
            Map.entry(Kind.OBJECT_WITHOUT_DELIVERY, """
                    select s.key from stored s
                    where s.key like 'landing/%' and s.modified_at < :settled
                      and not exists (select from delivery d where d.object_key = s.key and not exists (
                          select from tombstone t where t.delivery_id = d.id and t.removed_at is not null))
                      and not exists (select from upload u where u.object_key = s.key)"""),
            Map.entry(Kind.VERSION_GAP, """
                    select x.id::text from dataset x
                    where x.latest_version <> (select count(*) from delivery d where d.dataset_id = x.id)"""),
            Map.entry(Kind.DELIVERY_NOT_ANNOUNCED, """
                    select d.id::text from delivery d
                    where not exists (select from announced_delivery a where a.id = d.id)"""),
            Map.entry(Kind.ANNOUNCED_WITHOUT_DELIVERY, """
                    select distinct a.id::text from announced_delivery a
                    where not exists (select from delivery d where d.id = a.id)"""),
            Map.entry(Kind.VERSION_NOT_ANNOUNCED, """
                    select v.delivery_id::text from version v join dataset x on x.id = v.dataset_id
                    where (not x.stream or v.ended_at is not null) -- the next observations announce all before them
                      and v.revision > coalesce(
                        (select max(a.revision) from announced_version a where a.delivery_id = v.delivery_id), 0)"""),
            Map.entry(Kind.TABLES_MISSING, """
                    select distinct v.delivery_id::text
                    from version v join dataset x on x.id = v.dataset_id and not x.stream join lateral (
                        select * from reading r where r.dataset_id = v.dataset_id and r.version = v.version
                        order by r.reading desc limit 1) latest on true
                    join lateral (
                        select latest.manifest as key, null::bigint as size
                        union all select latest.rejects, null
                        union all select format('tables/%s/%s/%s/%s', latest.dataset_id, latest.version,
                            latest.reading, part ->> 'file'), (part ->> 'bytes')::bigint
                        from jsonb_array_elements(latest.document -> 'tables') t,
                            jsonb_array_elements(t -> 'parts') part) written on written.key is not null
                    where v.state not in ('LANDED', 'READING') and v.ended_at is null and not exists (
                        select from stored s
                        where s.key = written.key and (written.size is null or s.size = written.size))"""),
            Map.entry(Kind.STREAM_PART_MISSING, """
                    select p.key from stream_part p
                    where p.superseded_at is null
                      and not exists (select from stored s where s.key = p.key and s.size = p.bytes)"""),
            Map.entry(Kind.TABLES_WITHOUT_READING, """
                    select s.key from stored s
                    where s.key like 'streams/%' and s.modified_at < :settled
                      and not exists (select from stream_part p where p.key = s.key)
                    union all select s.key from stored s
                    where s.key like 'tables/%' and s.modified_at < :settled
                      and not exists (
                          select from reading r
                          where r.dataset_id::text = split_part(s.key, '/', 2)
                            and r.version::text = split_part(s.key, '/', 3)
                            and r.reading::text = split_part(s.key, '/', 4))
                      and not exists (
                          select from reading_job j
                          where j.dataset_id::text = split_part(s.key, '/', 2)
                            and j.version::text = split_part(s.key, '/', 3))
                      and not exists (
                          select from tombstone t
                          where t.dataset_id::text = split_part(s.key, '/', 2)
                            and t.version::text = split_part(s.key, '/', 3) and t.removed_at is null)"""),
            Map.entry(Kind.REMOVAL_OVERDUE, """
                    select delivery_id::text from tombstone
                    where removed_at is null and decided_at < cast(:readingOverdue as timestamptz) - interval '1 day'"""),
            Map.entry(Kind.READING_OVERDUE, """
                    select delivery_id::text from reading_job where due_at < :readingOverdue"""),
            Map.entry(Kind.EVENTS_OVERDUE, """
                    select topic || ': ' || count(*) from outbox
                    where published_at is null and created_at < :eventsOverdue group by topic"""));

    private final JdbcClient jdbc;

    Comparison(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param settled objects younger than this may still belong to something under way */
    List<Imbalance> imbalances(Instant now, Instant settled) {
        var found = new ArrayList<Imbalance>();
        for (var kind : Kind.values()) {
            jdbc.sql(QUESTIONS.get(kind) + " order by 1")
                    .param("settled", Timestamp.from(settled))
                    .param("readingOverdue", Timestamp.from(now.minus(READING_PATIENCE)))
                    .param("eventsOverdue", Timestamp.from(now.minus(EVENT_PATIENCE)))
                    .query(String.class)
                    .list()
                    .forEach(subject -> found.add(new Imbalance(kind, subject)));
        }
        return found;
    }

    Balance.Counts counts(long hashed) {
        return jdbc.sql("""
                        select (select count(*) from delivery) as deliveries,
                               (select coalesce(sum(latest_version), 0) from dataset) as versions,
                               (select count(*) from stored s join delivery d on d.object_key = s.key) as objects,
                               (select count(distinct a.id) from announced_delivery a join delivery d on d.id = a.id)
                                   as announced,
                               (select count(*) from tombstone where removed_at is not null) as removed,
                               (select count(*) from reading) as readings,
                               (select count(*) from stored where key not like 'landing/%') as table_objects""")
                .query((row, _) -> new Balance.Counts(
                        row.getLong("deliveries"),
                        row.getLong("versions"),
                        row.getLong("objects"),
                        row.getLong("announced"),
                        row.getLong("removed"),
                        row.getLong("readings"),
                        row.getLong("table_objects"),
                        hashed))
                .single();
    }
}
