package nl.datakade.ingest.stream;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Drops the accounts of versions whose parts are gone: there would be one of some kilobytes for every few seconds of every
 * stream, of tables that nobody can read any more.
 */
@Component
class LetGoDocuments {

    private static final int OF_A_STREAM = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    LetGoDocuments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of those made before this moment; false when there are none any more. */
    boolean letSomeGo(Instant before) {
        return jdbc.sql("""
                        with gone as materialized (
                            select old.dataset_id, old.version, old.reading
                            from stream s
                            cross join lateral (
                                select r.dataset_id, r.version, r.reading, r.document from reading r
                                where r.dataset_id = s.dataset_id and r.document is not null and r.read_at < :before
                                order by r.version limit :most) old
                            where exists (
                                select from jsonb_path_query(old.document, '$.tables[*].parts[*].file') as file
                                where not exists (select from stream_part p where p.key = file #>> '{}')))
                        update reading r set document = null, let_go_at = :now
                        from gone
                        where r.dataset_id = gone.dataset_id and r.version = gone.version and r.reading = gone.reading""")
                        .param("before", Timestamp.from(before))
                        .param("most", OF_A_STREAM)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }
}
