package nl.datakade.ingest.reading;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.ingest.version.VersionEvents;
import nl.datakade.ingest.version.VersionTransition;
import nl.datakade.ingest.version.Versions;
import nl.datakade.platform.event.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what a reading brought, once: the delivery's state, the reading, and the announcements together. */
@Component
class ReadingRecord {

    private final ReadingQueue queue;
    private final Versions versions;
    private final Readings readings;
    private final ColumnIdRegister columnIds;
    private final Outbox outbox;
    private final Clock clock;

    ReadingRecord(
            ReadingQueue queue,
            Versions versions,
            Readings readings,
            ColumnIdRegister columnIds,
            Outbox outbox,
            Clock clock) {
        this.queue = queue;
        this.versions = versions;
        this.readings = readings;
        this.columnIds = columnIds;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** False when the job was given to another reader meanwhile, or its version ended; then nothing is written. */
    @Transactional
    boolean write(Job job, Account account, @Nullable String manifest, @Nullable String rejects) {
        if (!queue.finish(job)) {
            return false;
        }
        var delivery = job.delivery();
        var reason = account.reason();
        var failed = account.outcome() == Outcome.UNREADABLE;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var revision = versions.finishReading(
                        delivery,
                        failed ? VersionTransition.FAIL : VersionTransition.READ,
                        job.reading(),
                        reason == null ? List.of() : List.of(reason),
                        tables(account),
                        now)
                .orElseThrow();
        var reading = new Readings.Kept(
                job.reading(),
                account.outcome(),
                reason,
                account instanceof Account.Told told ? told.reading() : null,
                manifest,
                rejects,
                now);
        readings.add(delivery.datasetId(), delivery.version(), reading);
        if (account instanceof Account.Told told) {
            columnIds.keep(delivery.datasetId(), told.reading());
        }
        outbox.announce(VersionEvents.read(delivery, revision, ReadingContent.of(delivery, reading)));
        if (failed) {
            outbox.announce(VersionEvents.failed(delivery, Objects.requireNonNull(reason), now));
        }
        return true;
    }

    private static List<Delivery.Table> tables(Account account) {
        return account instanceof Account.Told told
                ? told.reading().tables().stream()
                        .map(table -> new Delivery.Table(
                                table.name(),
                                table.rows(),
                                table.rejectedRows(),
                                table.columns().size()))
                        .toList()
                : List.of();
    }
}
