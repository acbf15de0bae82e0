package nl.datakade.ingest.balance;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import nl.datakade.ingest.balance.Imbalance.Kind;
import nl.datakade.ingest.dataset.Datasets;
import nl.datakade.ingest.delivery.Deliveries;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.ingest.reading.AnnounceReading;
import nl.datakade.ingest.reading.ReadAgain;
import nl.datakade.ingest.version.EndVersion;
import nl.datakade.ingest.version.VersionEvents;
import nl.datakade.ingest.version.Versions;
import nl.datakade.platform.event.Outbox;
import nl.datakade.platform.object.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Mends what can be mended without losing anything: each in a transaction of its own, each looked at once more. */
@Component
class RepairBalance {

    private static final Logger log = LoggerFactory.getLogger(RepairBalance.class);

    private final CheckBalance check;
    private final Deliveries deliveries;
    private final Datasets datasets;
    private final AnnounceReading readings;
    private final EndVersion ends;
    private final ReadAgain readAgain;
    private final ObjectStore objects;
    private final Outbox outbox;
    private final Versions versions;
    private final TransactionTemplate transaction;

    RepairBalance(
            CheckBalance check,
            Deliveries deliveries,
            Datasets datasets,
            AnnounceReading readings,
            EndVersion ends,
            ReadAgain readAgain,
            ObjectStore objects,
            Outbox outbox,
            Versions versions,
            PlatformTransactionManager transactions) {
        this.check = check;
        this.deliveries = deliveries;
        this.datasets = datasets;
        this.readings = readings;
        this.ends = ends;
        this.readAgain = readAgain;
        this.objects = objects;
        this.outbox = outbox;
        this.versions = versions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How many of each kind were mended. */
    Map<Kind, Integer> repair() {
        var mended = new EnumMap<Kind, Integer>(Kind.class);
        for (var imbalance : check.check(false).imbalances()) {
            if (isMended(imbalance)) {
                mended.merge(imbalance.kind(), 1, Integer::sum);
            }
        }
        log.info("Balance repaired: {}", mended);
        return mended;
    }

    private boolean isMended(Imbalance imbalance) {
        return switch (imbalance.kind()) {
            case DELIVERY_NOT_ANNOUNCED ->
                withDelivery(imbalance, delivery -> {
                    outbox.announce(VersionEvents.landed(delivery, delivery.dataset()));
                    return true;
                });
            case VERSION_NOT_ANNOUNCED -> withDelivery(imbalance, this::announced);
            case TABLES_MISSING -> {
                var asked = withDelivery(
                        imbalance, delivery -> objects.exists(delivery.objectKey()) && readAgain.ask(delivery.id()));
                if (asked) {
                    readAgain.wake(UUID.fromString(imbalance.subject()));
                }
                yield asked;
            }
            case OBJECT_WITHOUT_DELIVERY, TABLES_WITHOUT_READING -> {
                objects.delete(imbalance.subject());
                yield true;
            }
            case OBJECT_MISSING,
                    OBJECT_DAMAGED,
                    STREAM_PART_MISSING,
                    VERSION_GAP,
                    ANNOUNCED_WITHOUT_DELIVERY,
                    READING_OVERDUE,
                    REMOVAL_OVERDUE,
                    EVENTS_OVERDUE -> false;
        };
    }

    private boolean announced(Delivery delivery) {
        return delivery.ended() == null ? readings.announce(delivery) : ends.announce(delivery);
    }

    private interface Mending {
        boolean mend(Delivery delivery);
    }

    /**
     * Under the locks of the version and then of its dataset, as whoever ends a version takes them: what is announced
     * is what stands there, and keeps its place in the order of announcements.
     */
    private boolean withDelivery(Imbalance imbalance, Mending mending) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var id = UUID.fromString(imbalance.subject());
            versions.lock(id);
            datasets.lock(deliveries.find(id).orElseThrow().datasetId());
            return mending.mend(deliveries.find(id).orElseThrow());
        }));
    }
}
