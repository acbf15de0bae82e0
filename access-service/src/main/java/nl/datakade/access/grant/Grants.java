package nl.datakade.access.grant;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.datakade.access.disclosure.DecisionLog;
import nl.datakade.access.disclosure.Kind;
import nl.datakade.contracts.access.GrantState;
import nl.datakade.platform.city.City;
import nl.datakade.platform.event.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Gives and ends grants, and knows who has one. */
@Component
public class Grants {

    private final AccessGrants grants;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Outbox outbox;
    private final DecisionLog log;
    private final City city;
    private final Clock clock;

    Grants(
            AccessGrants grants,
            JdbcClient jdbc,
            JsonMapper json,
            Outbox outbox,
            DecisionLog log,
            City city,
            Clock clock) {
        this.grants = grants;
        this.jdbc = jdbc;
        this.json = json;
        this.outbox = outbox;
        this.city = city;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A grant in force today.
     *
     * @param combine whether what is got by it may be joined with what others get for the same purpose
     * @param approvals the kinds of approvals that were given for it
     * @param terms what each of the approvers saw
     */
    public record Active(UUID id, UUID purpose, boolean combine, Set<String> approvals, List<Terms> terms) {}

    /**
     * What this person has been granted of this dataset, what was granted last first; whether it still counts is for
     * today's rules to say.
     */
    public List<Active> active(String person, UUID dataset) {
        return jdbc.sql("""
                        select g.id, g.purpose, g.combine, array_agg(a.kind) as approvals, (
                            select coalesce(jsonb_agg(t.terms), '[]') from approval_terms t
                            where t.request_id = g.request_id) as terms
                        from access_grant g join approval a on a.request_id = g.request_id
                        where g.grantee = :person and g.dataset_id = :dataset
                          and g.status = 'ACTIVE' and g.until >= :today
                        group by g.id, g.purpose, g.combine
                        order by g.id desc""")
                .param("person", person)
                .param("dataset", dataset)
                .param("today", Date.valueOf(city.today(clock)))
                .query((row, _) -> new Active(
                        row.getObject("id", UUID.class),
                        row.getObject("purpose", UUID.class),
                        row.getBoolean("combine"),
                        Set.of((String[]) row.getArray("approvals").getArray()),
                        List.of(json.readValue(row.getString("terms"), Terms[].class))))
                .list();
    }

    /**
     * Gives a grant.
     *
     * @param by who gave the last approval it took
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID give(
            UUID request, UUID dataset, String person, UUID purpose, LocalDate until, boolean combine, String by) {
        var grant = new AccessGrant(
                UuidCreator.getTimeOrderedEpoch(), request, dataset, person, purpose, until, combine, clock.instant());
        announce(grants.saveAndFlush(grant), by, null);
        return grant.id();
    }

    /**
     * Ends a grant.
     *
     * @param by the grantee, who gives it back, or somebody who revokes it
     */
    @Transactional
    void revoke(UUID id, @Nullable String reason, String by) {
        var grant = find(id);
        grant.revoke(reason, clock.instant());
        try {
            announce(grants.saveAndFlush(grant), by, reason);
        } catch (OptimisticLockingFailureException e) {
            throw new GrantProblem.Ended(id);
        }
    }

    AccessGrant find(UUID id) {
        return grants.findById(id).orElseThrow(() -> new GrantProblem.Unknown(id));
    }

    @Scheduled(fixedDelayString = "PT10M")
    @Transactional
    void expire() {
        grants.findTop100ByStatusAndUntilBefore(GrantState.Status.ACTIVE, city.today(clock))
                .forEach(grant -> {
                    grant.expire(clock.instant());
                    announce(grants.saveAndFlush(grant), null, null);
                });
    }

    /**
     * Something that happened to a grant.
     *
     * @param person null when it expired
     */
    record Change(
            GrantState.Status status,
            @Nullable String person,
            @Nullable String reason,
            Instant at) {}

    List<Change> history(UUID id) {
        return jdbc.sql("select * from grant_history where grant_id = :id order by revision")
                .param("id", id)
                .query((row, _) -> new Change(
                        GrantState.Status.valueOf(row.getString("status")),
                        row.getString("person"),
                        row.getString("reason"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    private void announce(AccessGrant grant, @Nullable String person, @Nullable String reason) {
        var state = grant.state();
        jdbc.sql("""
                        insert into grant_history (grant_id, revision, status, person, reason, changed_at)
                        values (:id, :revision, :status, :person, :reason, :now)""")
                .param("id", state.grantId())
                .param("revision", state.revision())
                .param("status", state.status().name())
                .param("person", person)
                .param("reason", reason)
                .param("now", Timestamp.from(state.changedAt()))
                .update();
        outbox.announce(state);
        log(grant, person, reason);
    }

    private void log(AccessGrant grant, @Nullable String person, @Nullable String reason) {
        var state = grant.state();
        log.record(new DecisionLog.Entry(
                kind(state, person),
                person == null ? DecisionLog.NOBODY : person,
                state.purpose(),
                state.datasetId(),
                Map.of(
                        "grant", state.grantId(),
                        "grantee", state.grantee(),
                        "until", state.until(),
                        "combine", grant.combine()),
                reason));
    }

    private static Kind kind(GrantState state, @Nullable String person) {
        return switch (state.status()) {
            case ACTIVE -> Kind.GRANT_GIVEN;
            case EXPIRED -> Kind.GRANT_EXPIRED;
            case REVOKED -> state.grantee().equals(person) ? Kind.GRANT_GIVEN_BACK : Kind.GRANT_REVOKED;
        };
    }
}
