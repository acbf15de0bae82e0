package nl.datakade.access.grant;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.datakade.access.disclosure.DecisionLog;
import nl.datakade.access.disclosure.Kind;
import nl.datakade.contracts.access.GrantState;
import nl.datakade.platform.event.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives and ends grants, and knows who has one. */
@Component
public class Grants {

    private final AccessGrants grants;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final DecisionLog log;
    private final Clock clock;

    Grants(AccessGrants grants, JdbcClient jdbc, Outbox outbox, DecisionLog log, Clock clock) {
        this.grants = grants;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A grant in force today.
     *
     * @param combine whether what is got by it may be joined with what others get for the same purpose
     * @param approvals the kinds of yes that were given for it
     */
    public record Active(UUID id, UUID purpose, boolean combine, Set<String> approvals) {}

    /** What this person has been granted of this dataset; whether it still does is for today's rules to say. */
    public List<Active> active(String person, UUID dataset) {
        return jdbc.sql("""
                        select g.id, g.purpose, g.combine, array_agg(a.kind) as approvals
                        from access_grant g join approval a on a.request_id = g.request_id
                        where g.grantee = :person and g.dataset_id = :dataset
                          and g.status = 'ACTIVE' and g.until >= :today
                        group by g.id, g.purpose, g.combine""")
                .param("person", person)
                .param("dataset", dataset)
                .param("today", Date.valueOf(LocalDate.now(clock)))
                .query((row, _) -> new Active(
                        row.getObject("id", UUID.class),
                        row.getObject("purpose", UUID.class),
                        row.getBoolean("combine"),
                        Set.of((String[]) row.getArray("approvals").getArray())))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public UUID give(UUID request, UUID dataset, String person, UUID purpose, LocalDate until, boolean combine) {
        var grant = new AccessGrant(
                UuidCreator.getTimeOrderedEpoch(), request, dataset, person, purpose, until, combine, clock.instant());
        announce(grants.saveAndFlush(grant));
        log(Kind.GRANT_GIVEN, DecisionLog.NOBODY, grant, null);
        return grant.id();
    }

    @Transactional
    void revoke(UUID id, String reason, String person) {
        var grant = grants.findById(id).orElseThrow(() -> new GrantProblem.Unknown(id));
        grant.revoke(reason, clock.instant());
        announce(grants.saveAndFlush(grant));
        log(Kind.GRANT_REVOKED, person, grant, reason);
    }

    UUID datasetOf(UUID id) {
        return grants.findById(id).map(AccessGrant::datasetId).orElseThrow(() -> new GrantProblem.Unknown(id));
    }

    @Scheduled(fixedDelayString = "PT10M")
    @Transactional
    void expire() {
        grants.findTop100ByStatusAndUntilBefore(GrantState.Status.ACTIVE, LocalDate.now(clock))
                .forEach(grant -> {
                    grant.expire(clock.instant());
                    announce(grants.saveAndFlush(grant));
                    log(Kind.GRANT_EXPIRED, DecisionLog.NOBODY, grant, null);
                });
    }

    private void log(Kind kind, String person, AccessGrant grant, @Nullable String reason) {
        var state = grant.state();
        log.record(new DecisionLog.Entry(
                kind,
                person,
                state.purpose(),
                state.datasetId(),
                Map.of(
                        "grant", state.grantId(),
                        "grantee", state.grantee(),
                        "until", state.until(),
                        "combine", grant.combine()),
                reason));
    }

    private void announce(AccessGrant grant) {
        outbox.announce(grant.state());
    }
}
