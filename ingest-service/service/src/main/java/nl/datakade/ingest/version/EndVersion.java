package nl.datakade.ingest.version;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.ingest.delivery.AcceptedContent;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.platform.event.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a version: state and announcement in one transaction. From there on each service that hears of it uses the last
 * good version before it. Locks the delivery, then its dataset; whoever locks both does so in this order.
 */
@Component
public class EndVersion {

    private final JdbcClient jdbc;
    private final AcceptedContent accepted;
    private final Outbox outbox;
    private final Clock clock;

    EndVersion(JdbcClient jdbc, AcceptedContent accepted, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.accepted = accepted;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Ended(long revision, int reading) {}

    /**
     * False when it is in none of the states from which this may be; then nothing happens.
     *
     * @param by Keycloak subject; null when a rule does it
     * @param reason in words
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(
            Delivery delivery, Delivery.State to, Collection<Delivery.State> from, @Nullable String by, String reason) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var ended = jdbc.sql("""
                        update delivery d set state = :to, reason = null, revision = revision + 1, since = :now,
                            ended_at = :now, ended_by = :by, ended_reason = :reason
                        where id = :id and state = any(:from)
                        returning revision, (select coalesce(max(reading), 0) from reading r
                            where r.dataset_id = d.dataset_id and r.version = d.version) as reading""")
                .param("to", to.name())
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("reason", reason)
                .param("id", delivery.id())
                .param("from", from.stream().map(Enum::name).toArray(String[]::new))
                .query((row, _) -> new Ended(row.getLong("revision"), row.getInt("reading")))
                .optional();
        ended.ifPresent(done -> {
            accepted.recount(delivery.datasetId());
            outbox.announce(announcement(delivery, to, done, new VersionState.Ending(now, by, reason)));
        });
        return ended.isPresent();
    }

    /** Says its end once more, to services that were not told; false when it has not ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean announce(Delivery delivery) {
        var ended = delivery.ended();
        if (ended == null) {
            return false;
        }
        var now = jdbc.sql("""
                        select revision, (select coalesce(max(reading), 0) from reading r
                            where r.dataset_id = d.dataset_id and r.version = d.version) as reading
                        from delivery d where id = :id""")
                .param("id", delivery.id())
                .query((row, _) -> new Ended(row.getLong("revision"), row.getInt("reading")))
                .single();
        outbox.announce(announcement(
                delivery, delivery.state(), now, new VersionState.Ending(ended.at(), ended.by(), ended.reason())));
        return true;
    }

    /** Without tables, so that nobody who only looks at those can use it. */
    private static VersionState announcement(
            Delivery delivery, Delivery.State state, Ended ended, VersionState.Ending ending) {
        var corrects = delivery.corrects();
        return new VersionState(
                delivery.datasetId(),
                delivery.dataset(),
                delivery.department(),
                delivery.version(),
                ended.revision(),
                ended.reading(),
                delivery.id(),
                delivery.sha256(),
                delivery.size(),
                delivery.mediaType(),
                VersionState.Outcome.valueOf(state.name()),
                state.name().toLowerCase(Locale.ROOT),
                List.of(),
                List.of(),
                null,
                delivery.receivedAt(),
                ending.at(),
                corrects == null ? null : new VersionState.Correction(corrects.version(), corrects.reason()),
                ending);
    }
}
