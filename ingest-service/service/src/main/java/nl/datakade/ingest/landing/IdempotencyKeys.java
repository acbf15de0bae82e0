package nl.datakade.ingest.landing;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which delivery a client's Idempotency-Key stands for; a day later, by the database's clock, the key is free again. */
@Repository
class IdempotencyKeys {

    /** The first request with a key. */
    record Use(String pushedTo, String sha256, UUID delivery, int status) {

        boolean isFor(Address push, Content content) {
            return pushedTo.equals(push.dataset()) && sha256.equals(content.sha256());
        }
    }

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Use> find(String client, String key) {
        return jdbc.sql("""
                        select pushed_to, sha256, delivery_id, status from idempotency_key
                        where client = :client and key = :key and created_at >= now() - interval '24 hours'""")
                .param("client", client)
                .param("key", key)
                .query((row, _) -> new Use(
                        row.getString("pushed_to"),
                        row.getString("sha256"),
                        row.getObject("delivery_id", UUID.class),
                        row.getInt("status")))
                .optional();
    }

    /** False when the key is in use; waits for a request with the same key that is about to commit. */
    boolean use(Arrival arrival, String key, UUID delivery, int status) {
        return jdbc.sql("""
                        insert into idempotency_key as used
                            (client, key, pushed_to, sha256, delivery_id, status, created_at)
                        values (:client, :key, :name, :sha256, :delivery, :status, now())
                        on conflict (client, key) do update set pushed_to = excluded.pushed_to,
                            sha256 = excluded.sha256, delivery_id = excluded.delivery_id,
                            status = excluded.status, created_at = excluded.created_at
                        where used.created_at < now() - interval '24 hours'""")
                        .param("client", arrival.client())
                        .param("key", key)
                        .param("name", arrival.pushedTo())
                        .param("sha256", arrival.content().sha256())
                        .param("delivery", delivery)
                        .param("status", status)
                        .update()
                == 1;
    }

    void forgetExpired() {
        jdbc.sql("delete from idempotency_key where created_at < now() - interval '24 hours'")
                .update();
    }
}
