package nl.datakade.ingest.landing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        var removed = new ArrayList<String>();
        var batch = new ArrayList<String>();
        for (var object : objects.list(LANDING)) {
            if (object.modifiedAt().isBefore(before)) {
                batch.add(object.key());
            }
            if (batch.size() == BATCH) {
                removed.addAll(remove(batch));
                batch.clear();
            }
        }
        removed.addAll(remove(batch));
        if (!removed.isEmpty()) {
            log.info("Removed {} objects without a delivery", removed.size());
        }
        objects.abandonUploads(LANDING, before);
    }

    private List<String> remove(List<String> keysInStore) {
        if (keysInStore.isEmpty()) {
            return List.of();
        }
        Set<String> orphans = new HashSet<>(keysInStore);
        orphans.removeAll(jdbc.sql("select object_key from delivery where object_key = any(:keys)")
                .param("keys", keysInStore.toArray(String[]::new))
                .query((row, _) -> row.getString("object_key"))
                .list());
        orphans.forEach(objects::delete);
        return List.copyOf(orphans);
    }
}
