package nl.datakade.ingest.observation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import nl.datakade.ingest.stream.Position;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Which request a client's Idempotency-Key stands for; a day later the key is free again. */
@Repository
class ObservationRequests {

    private static final Duration KEPT = Duration.ofHours(24);

    /**
     * The first request with a key.
     *
     * @param position where its observations stand; none while it is not known whether they are safe
     */
    record Use(UUID dataset, String sha256, @Nullable Position position) {
        boolean isFor(UUID otherDataset, String otherSha256) {
            return dataset.equals(otherDataset) && sha256.equals(otherSha256);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    ObservationRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** This request's own use of the key, or the earlier one's. */
    Use use(String client, String key, UUID dataset, String sha256, int observations) {
        jdbc.sql("""
                        insert into observation_request as used
                            (client, key, dataset_id, sha256, observations, created_at)
                        values (:client, :key, :dataset, :sha256, :observations, :now)
                        on conflict (client, key) do update set dataset_id = excluded.dataset_id,
                            sha256 = excluded.sha256, observations = excluded.observations,
                            created_at = excluded.created_at, partition = null, position = null
                        where used.created_at < :expired""")
                .param("client", client)
                .param("key", key)
                .param("dataset", dataset)
                .param("sha256", sha256)
                .param("observations", observations)
                .param("now", Timestamp.from(clock.instant()))
                .param("expired", expired())
                .update();
        return jdbc.sql("""
                        select dataset_id, sha256, partition, position from observation_request
                        where client = :client and key = :key""")
                .param("client", client)
                .param("key", key)
                .query((row, _) -> {
                    var partition = row.getObject("partition", Integer.class);
                    return new Use(
                            row.getObject("dataset_id", UUID.class),
                            row.getString("sha256"),
                            partition == null ? null : new Position(partition, row.getLong("position")));
                })
                .single();
    }

    void safe(String client, String key, Position position) {
        jdbc.sql("""
                        update observation_request set partition = :partition, position = :position
                        where client = :client and key = :key""")
                .param("partition", position.partition())
                .param("position", position.offset())
                .param("client", client)
                .param("key", key)
                .update();
    }

    @Scheduled(
            fixedDelayString = "${datakade.landing.tidy-every:1h}",
            initialDelayString = "${datakade.landing.tidy-every:1h}")
    void forgetExpired() {
        jdbc.sql("delete from observation_request where created_at < :expired")
                .param("expired", expired())
                .update();
    }

    private Timestamp expired() {
        return Timestamp.from(clock.instant().minus(KEPT));
    }
}
