package nl.datakade.ingest.hold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.datakade.ingest.delivery.Deliveries;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.ingest.tombstone.Tombstones;
import nl.datakade.platform.object.ObjectStore;
import nl.datakade.platform.object.ObjectStoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has the object store refuse as well, where its bucket knows legal holds. A hold counts from the moment that it is
 * written down, for nothing but the rules about keeping removes objects of a version; this is the second lock.
 */
@Component
class HoldObjects {

    private static final Logger log = LoggerFactory.getLogger(HoldObjects.class);

    private final LegalHolds holds;
    private final Deliveries deliveries;
    private final Tombstones tombstones;
    private final ObjectStore objects;

    HoldObjects(LegalHolds holds, Deliveries deliveries, Tombstones tombstones, ObjectStore objects) {
        this.holds = holds;
        this.deliveries = deliveries;
        this.tombstones = tombstones;
        this.objects = objects;
    }

    @EventListener(ApplicationReadyEvent.class)
    void state() {
        try {
            log.info(
                    objects.keepsLegalHolds()
                            ? "Legal holds: kept here, and by the object store (S3 Object Lock)"
                            : "Legal holds: kept here; the bucket has no Object Lock");
        } catch (ObjectStoreUnavailable away) {
            log.warn("Legal holds: kept here; the object store does not tell yet whether its bucket has Object Lock");
        }
    }

    /** Whatever came since under a hold of a whole dataset, or could not be held or released at once. */
    @Scheduled(
            fixedDelayString = "${datakade.retention.every:1h}",
            initialDelayString = "${datakade.retention.every:1h}")
    void holdAll() {
        try {
            holds.liftedInStore().forEach(this::release);
            holds.open().forEach(this::hold);
        } catch (ObjectStoreUnavailable away) {
            log.warn("Objects will be put under their legal holds, or released, later: {}", away.toString());
        }
    }

    /** Of a hold that was written down, and counts, whatever the store answers. */
    void placed(LegalHold hold) {
        try {
            hold(hold);
        } catch (ObjectStoreUnavailable away) {
            log.warn("Objects will be put under legal hold {} later: {}", hold.id(), away.toString());
        }
    }

    /** What the store does not release now, it is asked again. */
    void lifted(LegalHold hold) {
        try {
            release(hold);
        } catch (ObjectStoreUnavailable away) {
            holds.inStore(hold.id(), true); // some of its objects, maybe, when it could not be held in full before
            log.warn("Objects under legal hold {} will be released later: {}", hold.id(), away.toString());
        }
    }

    private void hold(LegalHold hold) {
        if (objects.keepsLegalHolds()) {
            var emptying = tombstones.emptying(hold.datasetId());
            keys(hold).stream().filter(key -> !emptying.contains(folder(key))).forEach(key -> objects.hold(key, true));
            holds.inStore(hold.id(), true);
        }
    }

    /** Objects that another hold covers stay under it. */
    private void release(LegalHold hold) {
        if (objects.keepsLegalHolds()) {
            keys(hold).forEach(key -> objects.hold(key, false));
            holds.open(hold.datasetId()).forEach(this::hold);
        }
        holds.inStore(hold.id(), false);
    }

    /** Of a delivery, or of a version: what was decided to go before the hold goes. */
    private static String folder(String key) {
        var parts = key.split("/", 4);
        return String.join("/", Arrays.copyOf(parts, 3)) + "/";
    }

    private List<String> keys(LegalHold hold) {
        var keys = new ArrayList<String>();
        var version = hold.version();
        if (version == null) {
            keys.addAll(objects.keys("landing/" + hold.datasetId() + "/"));
            keys.addAll(objects.keys("tables/" + hold.datasetId() + "/"));
        } else {
            deliveries.find(hold.datasetId(), version).map(Delivery::objectKey).ifPresent(keys::add);
            keys.addAll(objects.keys("tables/" + hold.datasetId() + "/" + version + "/"));
        }
        return keys;
    }
}
