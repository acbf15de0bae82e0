package nl.datakade.access.grant;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
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

    /** Whether this person may use the dataset for this purpose today. */
    public boolean covers(String person, UUID dataset, UUID purpose) {
        return jdbc.sql("""
                        select exists (select 1 from access_grant
                        where grantee = :person and dataset_id = :dataset and purpose = :purpose
                          and status = 'ACTIVE' and until >= :today)""")
                .param("person", person)
                .param("dataset", dataset)
                .param("purpose", purpose)
                .param("today", Date.valueOf(LocalDate.now(clock)))
                .query(Boolean.class)
                .single();
    }

    /** Whether this person has a grant for any purpose at all. */
    public boolean coversAny(String person, UUID dataset) {
        return jdbc.sql("""
                        select exists (select 1 from access_grant
                        where grantee = :person and dataset_id = :dataset and status = 'ACTIVE' and until >= :today)""")
                .param("person", person)
                .param("dataset", dataset)
                .param("today", Date.valueOf(LocalDate.now(clock)))
                .query(Boolean.class)
                .single();
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
