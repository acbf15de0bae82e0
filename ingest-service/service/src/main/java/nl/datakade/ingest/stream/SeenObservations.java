package nl.datakade.ingest.stream;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What landed of late, by its digest, so that it does not land again. */
@Repository
class SeenObservations {

    private static final int BATCH = 50_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    SeenObservations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Set<UUID> among(UUID dataset, Collection<UUID> digests) {
        return digests.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("""
                                select digest from observation_seen
                                where dataset_id = :dataset and digest = any(:digests)""")
                        .param("dataset", dataset)
                        .param("digests", digests.toArray(UUID[]::new))
                        .query((row, _) -> row.getObject("digest", UUID.class))
                        .list());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(UUID dataset, Collection<UUID> digests) {
        if (!digests.isEmpty()) {
            jdbc.sql("""
                            insert into observation_seen (dataset_id, digest, seen_at)
                            select :dataset, digest, :now from unnest(:digests) digest on conflict do nothing""")
                    .param("dataset", dataset)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("digests", digests.toArray(UUID[]::new))
                    .update();
        }
    }

    /** Some of what is older than this; false when there is no more. */
    boolean forgetSome(Duration age) {
        return jdbc.sql("""
                        delete from observation_seen where ctid = any(array(
                            select ctid from observation_seen where seen_at < :before limit :most))""")
                        .param("before", Timestamp.from(clock.instant().minus(age)))
                        .param("most", BATCH)
                        .update()
                == BATCH;
    }
}
