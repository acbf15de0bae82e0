package nl.datakade.ingest.reading;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.ingest.delivery.AcceptedContent;
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
    private final AcceptedContent accepted;
    private final ColumnIdRegister columnIds;
    private final Outbox outbox;
    private final JsonMapper json;
    private final Clock clock;

    ReadingRecord(
            JdbcClient jdbc,
            Readings readings,
            AcceptedContent accepted,
            ColumnIdRegister columnIds,
            Outbox outbox,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.readings = readings;
        this.accepted = accepted;
        this.columnIds = columnIds;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** False when the job was given to another reader meanwhile; then nothing is written. */
    @Transactional
    boolean write(Job job, Account account, @Nullable String manifest, @Nullable String rejects) {
        var failed = account.outcome() == Outcome.UNREADABLE;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var revision = settle(job, failed ? State.FAILED : State.READ, account, now);
        if (revision.isEmpty()) {
            return false;
        }
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
        outbox.announce(Announcements.version(job.delivery(), revision.get(), reading));
        if (failed) {
            accepted.recount(job.delivery().datasetId());
            outbox.announce(Announcements.failed(job, Objects.requireNonNull(account.reason()), now));
        } else if (job.reading() > 1) {
            accepted.recount(job.delivery().datasetId());
        }
        return true;
    }

    /** The revision to announce it with. */
    private Optional<Long> settle(Job job, State state, Account account, Instant now) {
        return jdbc.sql("""
                        update delivery set state = :state, reason = :reason, tables = cast(:tables as jsonb),
                            since = :now, revision = revision + 1
                        where id = :id and state = 'READING' and attempts = :attempt returning revision""")
                .param("state", state.name())
                .param("reason", account.reason())
                .param("tables", json.writeValueAsString(tables(account)))
                .param("now", Timestamp.from(now))
                .param("id", job.id())
                .param("attempt", job.attempt())
                .query((row, _) -> row.getLong("revision"))
                .optional();
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
