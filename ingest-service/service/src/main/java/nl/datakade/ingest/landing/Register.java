package nl.datakade.ingest.landing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.ingest.dataset.Dataset;
import nl.datakade.ingest.dataset.Datasets;
import nl.datakade.ingest.version.NewVersions;
import nl.datakade.ingest.version.VersionEvents;
import nl.datakade.platform.event.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes an arrival a delivery: receipt, version and announcement in one transaction of few statements. */
@Component
class Register {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Datasets datasets;
    private final NewVersions versions;
    private final IdempotencyKeys keys;
    private final Outbox outbox;

    Register(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Datasets datasets,
            NewVersions versions,
            IdempotencyKeys keys,
            Outbox outbox) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.datasets = datasets;
        this.versions = versions;
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
        var landed = arrival.delivery(receivedAt);
        var version = versions.ofFile(landed, arrival.pushedTo());
        if (version.isEmpty()) {
            return new Registration.Elsewhere();
        }
        var given = version.get();
        if (arrival.content().sha256().equals(given.acceptedSha256()) && given.acceptedDelivery() != null) {
            return new Registration.Known(given.acceptedDelivery());
        }
        if (key != null && !keys.use(arrival, key, arrival.deliveryId(), 201)) {
            return new Registration.KeyUsed();
        }
        var delivery = landed.as(given.version());
        outbox.announce(VersionEvents.landed(delivery, arrival.pushedTo()));
        return new Registration.Registered(delivery);
    }
}
