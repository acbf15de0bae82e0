package nl.datakade.ingest.retention;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import nl.datakade.contracts.ingest.VersionRemoved;
import nl.datakade.ingest.dataset.Dataset;
import nl.datakade.ingest.dataset.Datasets;
import nl.datakade.ingest.delivery.Deliveries;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.ingest.receipt.Signatures;
import nl.datakade.ingest.tombstone.Tombstone;
import nl.datakade.ingest.tombstone.Tombstones;
import nl.datakade.platform.event.Outbox;
import nl.datakade.platform.object.ObjectStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out a removal that was decided: counts the objects, removes them, and tells it with the proof. Each step may
 * be repeated, so that whoever finds a removal that was broken off goes through all of them again.
 */
@Component
class FinishRemoval {

    private final Tombstones tombstones;
    private final Datasets datasets;
    private final Deliveries deliveries;
    private final ObjectStore objects;
    private final Signatures signatures;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FinishRemoval(
            Tombstones tombstones,
            Datasets datasets,
            Deliveries deliveries,
            ObjectStore objects,
            Signatures signatures,
            Outbox outbox,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.tombstones = tombstones;
        this.datasets = datasets;
        this.deliveries = deliveries;
        this.objects = objects;
        this.signatures = signatures;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void finish(Tombstone decided) {
        var delivery = deliveries.find(decided.deliveryId()).orElseThrow();
        var places = places(delivery);
        var counted = count(decided, places);
        places.forEach(objects::erase);
        transaction.executeWithoutResult(_ -> tell(counted, delivery));
    }

    private Tombstone count(Tombstone decided, List<String> places) {
        var found = new AtomicLong();
        var bytes = new AtomicLong();
        for (var place : places) {
            objects.forEach(place, object -> {
                found.incrementAndGet();
                bytes.addAndGet(object.size());
            });
        }
        return tombstones.count(decided, found.get(), bytes.get());
    }

    /**
     * Readings that were broken off left objects there as well, of which nothing speaks. What is made of observations stands
     * elsewhere, for later versions show it too; and a stream has too many versions to look for nothing at each.
     */
    private List<String> places(Delivery delivery) {
        var stream = datasets.find(delivery.datasetId()).map(Dataset::stream).orElse(false);
        return stream
                ? List.of(delivery.objectKey())
                : List.of(delivery.objectKey(), "tables/" + delivery.datasetId() + "/" + delivery.version() + "/");
    }

    private void tell(Tombstone counted, Delivery delivery) {
        var removedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var proof = signatures.sign(
                "datakade-tombstone+jws", delivery.id().toString(), statement(counted, delivery, removedAt.toString()));
        if (tombstones.finish(counted, removedAt, proof)) {
            outbox.announce(new VersionRemoved(
                    delivery.datasetId(),
                    delivery.dataset(),
                    delivery.department(),
                    delivery.id(),
                    delivery.version(),
                    counted.rule(),
                    orNone(counted.objects()),
                    orNone(counted.bytes()),
                    counted.content(),
                    delivery.receivedAt(),
                    counted.decidedAt(),
                    removedAt,
                    proof));
        }
    }

    private static Map<String, Object> statement(Tombstone counted, Delivery delivery, String removedAt) {
        var statement = new LinkedHashMap<String, Object>();
        statement.put("deliveryId", delivery.id().toString());
        statement.put("datasetId", delivery.datasetId().toString());
        statement.put("dataset", delivery.dataset());
        statement.put("department", delivery.department());
        statement.put("version", delivery.version());
        statement.put("size", delivery.size());
        statement.put("sha256", delivery.sha256());
        statement.put("receivedAt", delivery.receivedAt().toString());
        statement.put("rule", counted.rule());
        statement.put("objects", orNone(counted.objects()));
        statement.put("bytes", orNone(counted.bytes()));
        statement.put(
                "content",
                counted.content().stream()
                        .map(object -> Map.of("key", object.key(), "sha256", object.sha256()))
                        .toList());
        statement.put("decidedAt", counted.decidedAt().toString());
        statement.put("removedAt", removedAt);
        return statement;
    }

    private static long orNone(@org.jspecify.annotations.Nullable Long number) {
        return number == null ? 0 : number;
    }
}
