package nl.datakade.ingest.stream;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.ingest.dataset.Datasets;
import nl.datakade.ingest.reading.Readings;
import nl.datakade.ingest.retention.RetentionPeriods;
import nl.datakade.ingest.version.NewVersions;
import nl.datakade.ingest.version.VersionEvents;
import nl.datakade.platform.event.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down that a batch landed, once: how far the stream came, the delivery, its version and the announcements, all
 * in one transaction.
 */
@Component
class StreamRecord {

    private final JdbcClient jdbc;
    private final Datasets datasets;
    private final TransactionTemplate transaction;
    private final StreamOffsets offsets;
    private final StreamParts parts;
    private final SeenObservations seen;
    private final RetentionPeriods periods;
    private final Readings readings;
    private final Outbox outbox;
    private final NewVersions versions;
    private final Clock clock;

    StreamRecord(
            JdbcClient jdbc,
            Datasets datasets,
            PlatformTransactionManager transactions,
            StreamOffsets offsets,
            StreamParts parts,
            SeenObservations seen,
            RetentionPeriods periods,
            Readings readings,
            Outbox outbox,
            NewVersions versions,
            Clock clock) {
        this.jdbc = jdbc;
        this.datasets = datasets;
        this.transaction = new TransactionTemplate(transactions);
        this.offsets = offsets;
        this.parts = parts;
        this.seen = seen;
        this.periods = periods;
        this.readings = readings;
        this.outbox = outbox;
        this.versions = versions;
        this.clock = clock;
    }

    /** A batch of which everything had landed before. */
    boolean passOver(Backlog.Batch batch, Fresh fresh) {
        return inTransaction(batch, null, () -> {
            seen.add(batch.datasetId(), fresh.digests());
            jdbc.sql("update stream set duplicates = duplicates + :passedOver where dataset_id = :dataset")
                    .param("passedOver", fresh.passedOver())
                    .param("dataset", batch.datasetId())
                    .update();
        });
    }

    /** False when somebody else was first, or the rule by which its rows were chosen holds no longer. */
    boolean write(Backlog.Batch batch, Fresh fresh, NewVersion landed) {
        return inTransaction(batch, landed, () -> {
            seen.add(batch.datasetId(), fresh.digests());
            write(landed, fresh.count(), fresh.passedOver());
        });
    }

    /** A version that brings no observations; false when some landed since it was made, or another rule holds. */
    boolean write(NewVersion landed) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            datasets.lock(landed.stream().datasetId());
            var still = isStill(landed);
            if (still) {
                write(landed, 0, 0);
            }
            return still;
        }));
    }

    private void write(NewVersion landed, long count, long passedOver) {
        var dataset = landed.place().datasetId();
        landed.written().forEach(part -> parts.add(dataset, part));
        parts.keepOnly(dataset, landed.shown());
        var delivery = landed.delivery();
        int version = versions.ofObservations(delivery, landed.summary());
        count(landed, version, count, passedOver);
        readings.add(
                dataset, version, new Readings.Kept(1, Outcome.READ, null, landed.reading(), null, null, landed.at()));
        outbox.announce(VersionEvents.landed(delivery.as(version), delivery.dataset()));
        outbox.announce(VersionEvents.read(delivery.as(version), NewVersion.READING, landed.content()));
    }

    /** @param landed null when no version is made */
    private boolean inTransaction(Backlog.Batch batch, @Nullable NewVersion landed, Runnable work) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            datasets.lock(batch.datasetId());
            if (landed != null && !isStill(landed)) {
                status.setRollbackOnly();
                return false;
            }
            if (!offsets.advance(batch.datasetId(), batch.partition(), batch.from(), batch.to())) {
                status.setRollbackOnly();
                return false;
            }
            work.run();
            return true;
        }));
    }

    /**
     * Whether the same would be made now that nobody else can change what it is made by: a legal hold that was answered
     * holds for whatever becomes a version afterwards.
     */
    private boolean isStill(NewVersion landed) {
        return isStill(landed.stream())
                && Objects.equals(
                        landed.bound(), periods.of(landed.stream().datasetId()).orElse(null));
    }

    /** Another partition's batch may have landed since: then the parts are others. */
    private boolean isStill(Stream composed) {
        return jdbc.sql("""
                        select delivery_id is not distinct from cast(:composed as uuid)
                        from stream where dataset_id = :dataset""")
                .param("composed", composed.deliveryId())
                .param("dataset", composed.datasetId())
                .query(Boolean.class)
                .single();
    }

    private void count(NewVersion landed, int version, long count, long passedOver) {
        jdbc.sql("""
                        update stream set observations = observations + :count, duplicates = duplicates + :passedOver,
                            delivery_id = :delivery, version = :version, landed_at = :now
                        where dataset_id = :dataset""")
                .param("count", count)
                .param("passedOver", passedOver)
                .param("delivery", landed.place().deliveryId())
                .param("version", version)
                .param("now", Timestamp.from(clock.instant()))
                .param("dataset", landed.place().datasetId())
                .update();
    }
}
