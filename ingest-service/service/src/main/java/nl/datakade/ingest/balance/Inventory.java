package nl.datakade.ingest.balance;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.ingest.DeliveryLanded;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.platform.event.EventHistory;
import nl.datakade.platform.object.ObjectStore;
import nl.datakade.platform.object.StoredObject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lays what storage and Kafka hold beside the tables of the database, in temporary tables of the present transaction:
 * however much there is, memory stays flat and the database does the comparing.
 */
@Component
class Inventory {

    private static final int BATCH = 1_000;
    private static final String OUTBOX = """
            select (payload::json ->> 'deliveryId')::uuid, (payload::json ->> 'revision')::bigint
            from outbox where type = :type and published_at is null""";

    private final JdbcClient jdbc;
    private final ObjectStore objects;
    private final EventHistory history;

    Inventory(JdbcClient jdbc, ObjectStore objects, EventHistory history) {
        this.jdbc = jdbc;
        this.objects = objects;
        this.history = history;
    }

    void take() {
        jdbc.sql("create temporary table stored (key text, size bigint, modified_at timestamptz) on commit drop")
                .update();
        jdbc.sql("create temporary table announced_delivery (id uuid) on commit drop")
                .update();
        jdbc.sql("create temporary table announced_version (delivery_id uuid, revision bigint) on commit drop")
                .update();
        stored("landing/");
        stored("tables/");
        stored("streams/");
        landed();
        versions();
        List.of("stored", "announced_delivery", "announced_version")
                .forEach(table -> jdbc.sql("analyze " + table).update());
    }

    private void stored(String prefix) {
        var batch = new ArrayList<StoredObject>();
        objects.forEach(prefix, object -> {
            batch.add(object);
            if (batch.size() == BATCH) {
                write(batch);
            }
        });
        write(batch);
    }

    private void write(List<StoredObject> batch) {
        jdbc.sql("insert into stored select * from unnest(:keys, :sizes, :times)")
                .param("keys", batch.stream().map(StoredObject::key).toArray(String[]::new))
                .param("sizes", batch.stream().map(StoredObject::size).toArray(Long[]::new))
                .param(
                        "times",
                        batch.stream()
                                .map(object -> Timestamp.from(object.modifiedAt()))
                                .toArray(Timestamp[]::new))
                .update();
        batch.clear();
    }

    private void landed() {
        var batch = new ArrayList<UUID>();
        history.forEach(DeliveryLanded.class, event -> {
            batch.add(event.deliveryId());
            if (batch.size() == BATCH) {
                writeLanded(batch);
            }
        });
        writeLanded(batch);
        jdbc.sql("insert into announced_delivery select id from (" + OUTBOX + ") as waiting (id, revision)")
                .param("type", "nl.datakade.ingest.delivery-landed.v1")
                .update();
    }

    private void writeLanded(List<UUID> batch) {
        jdbc.sql("insert into announced_delivery select * from unnest(:ids)")
                .param("ids", batch.toArray(UUID[]::new))
                .update();
        batch.clear();
    }

    private record Told(UUID delivery, long revision) {}

    private void versions() {
        var batch = new ArrayList<Told>();
        history.forEach(VersionState.class, event -> {
            batch.add(new Told(event.deliveryId(), event.revision()));
            if (batch.size() == BATCH) {
                writeVersions(batch);
            }
        });
        writeVersions(batch);
        jdbc.sql("insert into announced_version " + OUTBOX)
                .param("type", "nl.datakade.ingest.version-changed.v1")
                .update();
    }

    private void writeVersions(List<Told> batch) {
        jdbc.sql("insert into announced_version select * from unnest(:ids, :revisions)")
                .param("ids", batch.stream().map(Told::delivery).toArray(UUID[]::new))
                .param("revisions", batch.stream().map(Told::revision).toArray(Long[]::new))
                .update();
        batch.clear();
    }
}
