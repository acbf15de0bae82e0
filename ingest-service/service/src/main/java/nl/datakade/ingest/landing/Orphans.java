package nl.datakade.ingest.landing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import nl.datakade.platform.object.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds what a service left behind that was killed between the object and the commit. Nobody holds a receipt for it, so
 * it is removed; the sender sends again.
 */
@Component
class Orphans {

    private static final Logger log = LoggerFactory.getLogger(Orphans.class);
    private static final String LANDING = "landing/";
    private static final int BATCH = 1_000;

    private final ObjectStore objects;
    private final JdbcClient jdbc;
    private final IdempotencyKeys keys;
    private final LandingProperties properties;
    private final Clock clock;

    Orphans(ObjectStore objects, JdbcClient jdbc, IdempotencyKeys keys, LandingProperties properties, Clock clock) {
        this.objects = objects;
        this.jdbc = jdbc;
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${datakade.landing.tidy-every:1h}",
            initialDelayString = "${datakade.landing.tidy-every:1h}")
    void tidy() {
        keys.forgetExpired();
        var before = clock.instant().minus(properties.orphansAfter());
        var batch = new ArrayList<String>();
        objects.forEach(LANDING, object -> {
            if (object.modifiedAt().isBefore(before)) {
                batch.add(object.key());
            }
            if (batch.size() == BATCH) {
                remove(batch);
                batch.clear();
            }
        });
        remove(batch);
        objects.abandonUploads(LANDING, before, this::isAwaited);
    }

    /** A file may take days to come in piece by piece. */
    private boolean isAwaited(String key) {
        return jdbc.sql("select exists (select from upload where object_key = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    private void remove(List<String> stored) {
        if (stored.isEmpty()) {
            return;
        }
        var orphans = new HashSet<>(stored);
        jdbc.sql("""
                        select object_key from delivery where object_key = any(:keys)
                        union all select object_key from upload where object_key = any(:keys)""")
                .param("keys", stored.toArray(String[]::new))
                .query((row, _) -> row.getString("object_key"))
                .list()
                .forEach(orphans::remove);
        orphans.forEach(objects::delete);
        if (!orphans.isEmpty()) {
            log.info("Removed {} objects without a delivery", orphans.size());
        }
    }
}
