package nl.datakade.quality.assessment;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a dataset to one worker at a time, without holding a connection. The worker's lease is extended while it works;
 * that of an instance that was killed runs out, and another takes the work over. Whoever concludes must still hold it.
 */
@Component
class Leases {
    private static final Logger log = LoggerFactory.getLogger(Leases.class);

    private final JdbcClient jdbc;
    private final Duration length;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();

    Leases(JdbcClient jdbc, QualityProperties properties) {
        this.jdbc = jdbc;
        this.length = properties.lease();
    }

    /** That one worker has a dataset. */
    record Lease(UUID dataset, UUID holder) {}

    /** Empty when another worker has the dataset. */
    Optional<Lease> take(UUID dataset) {
        var mine = new Lease(dataset, UUID.randomUUID());
        var taken = jdbc.sql("""
                        insert into assessment_lease as present (dataset_id, holder, expires_at)
                        values (:dataset, :holder, clock_timestamp() + make_interval(secs => :seconds))
                        on conflict (dataset_id) do update
                        set holder = excluded.holder, expires_at = excluded.expires_at
                        where present.expires_at <= clock_timestamp()""")
                .param("dataset", dataset)
                .param("holder", mine.holder())
                .param("seconds", seconds())
                .update();
        if (taken == 0) {
            return Optional.empty();
        }
        held.add(mine);
        return Optional.of(mine);
    }

    /** Whether it is still this worker's; nobody takes it over before the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean stillHeld(Lease lease) {
        return jdbc.sql("""
                        select dataset_id from assessment_lease
                        where dataset_id = :dataset and holder = :holder for update""")
                .param("dataset", lease.dataset())
                .param("holder", lease.holder())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void giveBack(Lease lease) {
        held.remove(lease);
        jdbc.sql("delete from assessment_lease where dataset_id = :dataset and holder = :holder")
                .param("dataset", lease.dataset())
                .param("holder", lease.holder())
                .update();
    }

    /** Far more often than a lease runs out. One that was taken over is not taken back. */
    void extend() {
        for (var lease : held) {
            try {
                jdbc.sql("""
                                update assessment_lease
                                set expires_at = clock_timestamp() + make_interval(secs => :seconds)
                                where dataset_id = :dataset and holder = :holder""")
                        .param("seconds", seconds())
                        .param("dataset", lease.dataset())
                        .param("holder", lease.holder())
                        .update();
            } catch (RuntimeException away) {
                log.warn(
                        "A lease was not extended, trying again: {}",
                        away.getClass().getName());
            }
        }
    }

    Duration extendEvery() {
        return length.dividedBy(4);
    }

    private double seconds() {
        return length.toMillis() / 1000.0;
    }
}
