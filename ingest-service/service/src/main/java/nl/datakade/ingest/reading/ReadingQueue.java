package nl.datakade.ingest.reading;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.ingest.delivery.Deliveries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What waits to be read: deliveries that landed, and those whose reader was lost. Departments take turns, so that one
 * with a thousand files does not keep the others waiting. Versions of a dataset are read in their order: each is compared
 * with the one before and takes over the ids of its columns. It goes by the database's clock, for those of instances differ.
 */
@Repository
class ReadingQueue {

    private static final String CLAIM = """
            update delivery set state = 'READING', attempts = attempts + 1, due_at = now() + make_interval(secs => :lease)
            where id = (
                select id from delivery waiting
                where state in ('LANDED', 'READING') and due_at <= now() and department > :last
                    and not exists (
                        select from delivery earlier
                        where earlier.dataset_id = waiting.dataset_id and earlier.version < waiting.version
                            and earlier.state in ('LANDED', 'READING'))
                order by department, received_at
                limit 1 for update skip locked)
            returning id, department, attempts, attempts - attempts_before as tries,
                (select coalesce(max(reading), 0) + 1 from reading r
                 where r.dataset_id = delivery.dataset_id and r.version = delivery.version) as reading""";

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Duration lease;
    private volatile String last = "";

    ReadingQueue(JdbcClient jdbc, Deliveries deliveries, ReadingProperties properties) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.lease = properties.lease();
    }

    private record Claimed(UUID id, String department, int attempt, int tries, int reading) {}

    /** The next one; from now on its reader must give signs of life. */
    Optional<Job> claim() {
        var claimed = claim(last);
        if (claimed.isEmpty() && !last.isEmpty()) {
            claimed = claim("");
        }
        claimed.ifPresent(job -> last = job.department());
        return claimed.map(
                job -> new Job(deliveries.find(job.id()).orElseThrow(), job.attempt(), job.tries(), job.reading()));
    }

    private Optional<Claimed> claim(String after) {
        return jdbc.sql(CLAIM)
                .param("lease", seconds(lease))
                .param("last", after)
                .query((row, _) -> new Claimed(
                        row.getObject("id", UUID.class),
                        row.getString("department"),
                        row.getInt("attempts"),
                        row.getInt("tries"),
                        row.getInt("reading")))
                .optional();
    }

    /** A sign of life; false when the job was given to another reader meanwhile. */
    boolean extend(Job job) {
        return setDue(job, lease, 0);
    }

    /** Puts it back for later, through no fault of its own: it does not count as a try. */
    void giveBack(Job job, Duration delay) {
        setDue(job, delay, 1);
    }

    /** Puts it back for another try. */
    void retry(Job job, Duration delay) {
        setDue(job, delay, 0);
    }

    /** Whether it was withdrawn while its reader was at work. */
    boolean isEnded(Job job) {
        return jdbc.sql("select ended_at is not null from delivery where id = :id")
                .param("id", job.id())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** The number of attempts only grows: by it a reader that was taken for lost is told from the present one. */
    private boolean setDue(Job job, Duration delay, int forgiven) {
        return jdbc.sql("""
                        update delivery set due_at = now() + make_interval(secs => :delay),
                            attempts_before = attempts_before + :forgiven
                        where id = :id and state = 'READING' and attempts = :attempt""")
                        .param("delay", seconds(delay))
                        .param("forgiven", forgiven)
                        .param("id", job.id())
                        .param("attempt", job.attempt())
                        .update()
                == 1;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
