package nl.datakade.ingest.reading;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.ingest.delivery.Deliveries;
import nl.datakade.ingest.version.Versions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What waits to be read: versions that landed, and those whose reader was lost. Departments take turns, so that one
 * with a thousand files does not keep the others waiting. Versions of a dataset are read in their order: each is compared
 * with the one before and takes over the ids of its columns. It goes by the database's clock, for those of instances differ.
 */
@Repository
class ReadingQueue {

    private static final String CLAIM = """
            update reading_job set attempts = attempts + 1, due_at = now() + make_interval(secs => :lease)
            where delivery_id = (
                select delivery_id from reading_job waiting join version v using (delivery_id)
                where waiting.due_at <= now() and waiting.department > :last
                    and not exists (
                        select from reading_job earlier
                        where earlier.dataset_id = waiting.dataset_id and earlier.version < waiting.version)
                order by waiting.department, waiting.received_at
                limit 1 for update skip locked)
            returning delivery_id, department, attempts, attempts - forgiven as tries, reading""";

    private final JdbcClient jdbc;
    private final Versions versions;
    private final Deliveries deliveries;
    private final TransactionTemplate transaction;
    private final Duration lease;
    private volatile String last = "";

    ReadingQueue(
            JdbcClient jdbc,
            Versions versions,
            Deliveries deliveries,
            TransactionTemplate transaction,
            ReadingProperties properties) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.deliveries = deliveries;
        this.transaction = transaction;
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
        return Objects.requireNonNull(transaction.execute(_ -> {
            var claimed = next(after);
            claimed.ifPresent(job -> require(versions.beginReading(job.id())));
            return claimed;
        }));
    }

    /** A job is there as long as its version waits for a reader or has one, and no longer. */
    private static void require(boolean waiting) {
        if (!waiting) {
            throw new IllegalStateException("a reading job of a version that waits for no reader");
        }
    }

    private Optional<Claimed> next(String after) {
        return jdbc.sql(CLAIM)
                .param("lease", seconds(lease))
                .param("last", after)
                .query((row, _) -> new Claimed(
                        row.getObject("delivery_id", UUID.class),
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

    /**
     * Takes it off the queue, for whoever writes the result in the same transaction.
     *
     * @return false when it was given to another reader meanwhile, or nobody has to read it any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean finish(Job job) {
        return jdbc.sql("""
                        with held as (select delivery_id from version where delivery_id = :id for update)
                        delete from reading_job j using held
                        where j.delivery_id = held.delivery_id and j.reading = :reading and j.attempts = :attempt""")
                        .param("id", job.id())
                        .param("reading", job.reading())
                        .param("attempt", job.attempt())
                        .update()
                == 1;
    }

    /** The number of attempts only grows: by it a reader that was taken for lost is distinguished from the present one. */
    private boolean setDue(Job job, Duration delay, int forgiven) {
        return jdbc.sql("""
                        update reading_job set due_at = now() + make_interval(secs => :delay),
                            forgiven = forgiven + :forgiven
                        where delivery_id = :id and reading = :reading and attempts = :attempt""")
                        .param("delay", seconds(delay))
                        .param("forgiven", forgiven)
                        .param("id", job.id())
                        .param("reading", job.reading())
                        .param("attempt", job.attempt())
                        .update()
                == 1;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
