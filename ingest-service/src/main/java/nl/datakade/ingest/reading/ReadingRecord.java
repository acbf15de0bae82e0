package nl.datakade.ingest.reading;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.ingest.delivery.Delivery.State;
import nl.datakade.platform.event.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what a reading brought, once: the delivery's state, the reading, and the announcements together. */
@Component
class ReadingRecord {

    private final JdbcClient jdbc;
    private final Readings readings;
    private final ColumnIdRegister columnIds;
    private final Outbox outbox;
    private final JsonMapper json;
    private final Clock clock;

    ReadingRecord(
            JdbcClient jdbc,
            Readings readings,
            ColumnIdRegister columnIds,
            Outbox outbox,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.readings = readings;
        this.columnIds = columnIds;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** False when the job was given to another reader meanwhile; then nothing is written. */
    @Transactional
    boolean write(Job job, Account account, @Nullable String manifest, @Nullable String rejects) {
        var failed = account.outcome() == Outcome.UNREADABLE;
        if (!settle(job, failed ? State.FAILED : State.READ, account)) {
            return false;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var reading = new Readings.Kept(
                job.reading(),
                account.outcome(),
                account.reason(),
                account instanceof Account.Told told ? told.reading() : null,
                manifest,
                rejects,
                now);
        readings.add(job.delivery().datasetId(), job.delivery().version(), reading);
        if (account instanceof Account.Told told) {
            columnIds.keep(job.delivery().datasetId(), told.reading());
        }
        outbox.announce(Announcements.version(job.delivery(), reading));
        if (failed) {
            forgetAccepted(job.delivery());
            outbox.announce(Announcements.failed(job, Objects.requireNonNull(account.reason()), now));
        } else if (job.reading() > 1) {
            rememberAccepted(job.delivery());
        }
        return true;
    }

    private boolean settle(Job job, State state, Account account) {
        return jdbc.sql("""
                        update delivery set state = :state, reason = :reason, tables = cast(:tables as jsonb)
                        where id = :id and state = 'READING' and attempts = :attempt""")
                        .param("state", state.name())
                        .param("reason", account.reason())
                        .param("tables", json.writeValueAsString(tables(account)))
                        .param("id", job.id())
                        .param("attempt", job.attempt())
                        .update()
                == 1;
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

    /** What failed at first and is read now counts again, unless a later version was accepted. */
    private void rememberAccepted(Delivery read) {
        jdbc.sql("""
                        update dataset set (accepted_delivery, accepted_sha256) = (
                            select id, sha256 from delivery
                            where dataset_id = :dataset and state <> 'FAILED' order by version desc limit 1)
                        where id = :dataset""").param("dataset", read.datasetId()).update();
    }

    /** What failed may be sent again: the latest accepted version is the one before it. */
    private void forgetAccepted(Delivery failed) {
        jdbc.sql("""
                        update dataset set (accepted_delivery, accepted_sha256) = (
                            select id, sha256 from delivery
                            where dataset_id = :dataset and state <> 'FAILED' order by version desc limit 1)
                        where id = :dataset and accepted_delivery = :delivery""")
                .param("dataset", failed.datasetId())
                .param("delivery", failed.id())
                .update();
    }
}
