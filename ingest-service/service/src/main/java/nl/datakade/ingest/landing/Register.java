package nl.datakade.ingest.landing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.contracts.ingest.DeliveryLanded;
import nl.datakade.ingest.dataset.Dataset;
import nl.datakade.ingest.dataset.Datasets;
import nl.datakade.platform.event.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes an arrival a delivery: version, receipt and announcement in one transaction of few statements. */
@Component
class Register {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Datasets datasets;
    private final IdempotencyKeys keys;
    private final Outbox outbox;

    Register(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Datasets datasets,
            IdempotencyKeys keys,
            Outbox outbox) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.datasets = datasets;
        this.keys = keys;
        this.outbox = outbox;
    }

    Optional<Target> target(String name) {
        return jdbc.sql("""
                        select d.id, d.name, d.department, d.status, d.holders, d.confidentiality, d.stream, d.accepted_delivery,
                            d.accepted_sha256, d.latest_version
                        from dataset_name n join dataset d on d.id = n.dataset_id where n.name = :name""")
                .param("name", name)
                .query((row, _) -> new Target(
                        Dataset.of(row),
                        row.getObject("accepted_delivery", UUID.class),
                        row.getString("accepted_sha256"),
                        row.getInt("latest_version")))
                .optional();
    }

    Registration register(Arrival arrival, @Nullable String key, Instant receivedAt) {
        var registration = transaction.execute(status -> {
            var attempt = attempt(arrival, key, receivedAt);
            if (!(attempt instanceof Registration.Registered)) {
                status.setRollbackOnly();
            }
            return attempt;
        });
        return java.util.Objects.requireNonNull(registration);
    }

    private Registration attempt(Arrival arrival, @Nullable String key, Instant receivedAt) {
        if (arrival.datasetIsNew() && !datasets.mint(arrival.datasetId(), arrival.pushedTo(), arrival.department())) {
            return new Registration.Elsewhere();
        }
        var landed = land(arrival, receivedAt);
        if (landed.isEmpty()) {
            return new Registration.Elsewhere();
        }
        var before = landed.get();
        if (arrival.content().sha256().equals(before.acceptedSha256()) && before.acceptedDelivery() != null) {
            return new Registration.Known(before.acceptedDelivery());
        }
        if (key != null && !keys.use(arrival, key, arrival.deliveryId(), 201)) {
            return new Registration.KeyUsed();
        }
        outbox.announce(announcement(arrival, before.version(), receivedAt));
        return new Registration.Registered(before.version());
    }

    private record Landed(
            int version,
            @Nullable UUID acceptedDelivery,
            @Nullable String acceptedSha256) {}

    /** Locks the dataset, gives out its next version, writes the delivery: one round trip. */
    private Optional<Landed> land(Arrival arrival, Instant receivedAt) {
        return jdbc.sql("""
                        with landed as (
                            update dataset d set latest_version = d.latest_version + 1,
                                accepted_delivery = :delivery, accepted_sha256 = :sha256
                            from dataset_name n
                            where n.name = :name and n.dataset_id = d.id and d.id = :dataset
                              and d.department = :department and d.status <> 'WITHDRAWN' and not d.stream
                            returning new.latest_version as version, old.accepted_delivery, old.accepted_sha256),
                        written as (
                            insert into delivery (id, dataset_id, version, pushed_to, department, client, object_key,
                                size, sha256, media_type, file_name, corrects, correction_reason, state, received_at,
                                due_at)
                            select :delivery, :dataset, version, :name, :department, :client, :object,
                                :size, :sha256, :mediaType, :fileName, :corrects, :correctionReason, 'LANDED', :now,
                                now()
                            from landed)
                        select version, accepted_delivery, accepted_sha256 from landed""")
                .param("delivery", arrival.deliveryId())
                .param("sha256", arrival.content().sha256())
                .param("name", arrival.pushedTo())
                .param("dataset", arrival.datasetId())
                .param("department", arrival.department())
                .param("client", arrival.client())
                .param("object", arrival.objectKey())
                .param("size", arrival.content().size())
                .param("mediaType", arrival.mediaType())
                .param("fileName", arrival.fileName())
                .param(
                        "corrects",
                        arrival.corrects() == null ? null : arrival.corrects().version())
                .param(
                        "correctionReason",
                        arrival.corrects() == null ? null : arrival.corrects().reason())
                .param("now", Timestamp.from(receivedAt))
                .query((row, _) -> new Landed(
                        row.getInt("version"),
                        row.getObject("accepted_delivery", UUID.class),
                        row.getString("accepted_sha256")))
                .optional();
    }

    private static DeliveryLanded announcement(Arrival arrival, int version, Instant receivedAt) {
        return new DeliveryLanded(
                arrival.datasetId(),
                arrival.pushedTo(),
                arrival.department(),
                arrival.deliveryId(),
                version,
                arrival.objectKey(),
                arrival.content().size(),
                arrival.content().sha256(),
                arrival.mediaType(),
                arrival.client(),
                receivedAt);
    }
}
