package nl.datakade.access.grant;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.datakade.contracts.access.GrantState;
import nl.datakade.platform.event.Outbox;
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
    private final Clock clock;

    Grants(AccessGrants grants, JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.grants = grants;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A grant in force today.
     *
     * @param approvals the kinds of yes that were given for it
     */
    public record Active(UUID purpose, Set<String> approvals) {}

    /** What this person has been granted of this dataset; whether it still does is for today's rules to say. */
    public List<Active> active(String person, UUID dataset) {
        return jdbc.sql("""
                        select g.purpose, array_agg(a.kind) as approvals
                        from access_grant g join approval a on a.request_id = g.request_id
                        where g.grantee = :person and g.dataset_id = :dataset
                          and g.status = 'ACTIVE' and g.until >= :today
                        group by g.id, g.purpose""")
                .param("person", person)
                .param("dataset", dataset)
                .param("today", Date.valueOf(LocalDate.now(clock)))
                .query((row, _) -> new Active(row.getObject("purpose", UUID.class), Set.of((String[])
                        row.getArray("approvals").getArray())))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public UUID give(UUID request, UUID dataset, String person, UUID purpose, LocalDate until) {
        var grant = new AccessGrant(
                UuidCreator.getTimeOrderedEpoch(), request, dataset, person, purpose, until, clock.instant());
        announce(grants.saveAndFlush(grant));
        return grant.id();
    }

    @Transactional
    void revoke(UUID id, String reason) {
        var grant = grants.findById(id).orElseThrow(() -> new GrantProblem.Unknown(id));
        grant.revoke(reason, clock.instant());
        announce(grants.saveAndFlush(grant));
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
                });
    }

    private void announce(AccessGrant grant) {
        outbox.announce(grant.state());
    }
}
