package nl.datakade.catalog.dataset;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Proposals and their decisions; to be changed only while the dataset's row is held. */
@Component
class Proposals {

    /** What a person can decide: as the dataset's owner, as a privacy officer, or as an administrator. */
    private static final String WAITING = """
            p.status = 'OPEN'
            and not exists (select from dataset_proposal_decision c where c.proposal_id = p.id and c.person = :caller)
            and not exists (
                select from jsonb_array_elements(case p.kind when 'OWNERSHIP' then p.after -> 'roles' else '[]'::jsonb end) r
                where r ->> 'person' = :caller and r ->> 'role' in ('DATA_OWNER', 'ACCESS_GRANTOR', 'PRIVACY_OFFICER')
                  and not p.before -> 'roles' @> jsonb_build_array(r))
            and (p.kind = 'CLASSIFICATION' and :privacy and p.proposed_by <> :caller
                     and not exists (select from dataset_proposal_decision c
                                     where c.proposal_id = p.id and c.role = 'PRIVACY_OFFICER')
                 or p.kind = 'OWNERSHIP' and :admin
                 or exists (select from dataset_role r
                            where r.dataset_id = p.dataset_id and r.role = 'DATA_OWNER' and r.person = :caller)
                     and not exists (select from dataset_proposal_decision c
                                     where c.proposal_id = p.id and c.role = 'DATA_OWNER'))""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Proposals(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Makes it, unless the same one is open; another one of its kind is outdated by it. */
    Proposal open(UUID dataset, Proposal.Draft draft, String by) {
        var same = ofDataset(dataset, Proposal.Status.OPEN).stream()
                .filter(open -> open.kind() == draft.kind())
                .filter(open ->
                        open.before().equals(draft.before()) && open.after().equals(draft.after()))
                .findFirst();
        return same.orElseGet(() -> replaceBy(dataset, draft, by));
    }

    private Proposal replaceBy(UUID dataset, Proposal.Draft draft, String by) {
        ofDataset(dataset, Proposal.Status.OPEN).stream()
                .filter(open -> open.kind() == draft.kind())
                .forEach(open -> close(open.id(), Proposal.Status.OUTDATED, "replaced"));
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                        insert into dataset_proposal (id, dataset_id, kind, status, before, after, proposed_by, proposed_at)
                        values (:id, :dataset, :kind, 'OPEN', :before::jsonb, :after::jsonb, :by, :now)""")
                .param("id", id)
                .param("dataset", dataset)
                .param("kind", draft.kind().name())
                .param("before", json.writeValueAsString(draft.before()))
                .param("after", json.writeValueAsString(draft.after()))
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return find(dataset, id).orElseThrow();
    }

    /** Those whose base has changed can no longer be accepted. */
    void outdate(UUID dataset, Registration present) {
        ofDataset(dataset, Proposal.Status.OPEN).stream()
                .filter(open -> !open.standsOn(present))
                .forEach(open -> close(open.id(), Proposal.Status.OUTDATED, "changed"));
    }

    void close(UUID id, Proposal.Status status, @Nullable String because) {
        jdbc.sql("""
                        update dataset_proposal set status = :status, closed_at = :now, closed_because = :because
                        where id = :id and status = 'OPEN'""")
                .param("id", id)
                .param("status", status.name())
                .param("because", because)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void decide(UUID id, Proposal.Decision decision) {
        jdbc.sql("""
                        insert into dataset_proposal_decision (proposal_id, role, person, approved, reason, decided_at)
                        values (:id, :role, :person, :approved, :reason, :at)""")
                .param("id", id)
                .param("role", decision.as().name())
                .param("person", decision.person())
                .param("approved", decision.approved())
                .param("reason", decision.reason())
                .param("at", Timestamp.from(decision.decidedAt()))
                .update();
    }

    Optional<Proposal> find(UUID dataset, UUID id) {
        return list("p.dataset_id = :dataset and p.id = :id", Map.of("dataset", dataset, "id", id)).stream()
                .findFirst();
    }

    List<Proposal> ofDataset(UUID dataset, Proposal.Status status) {
        return list(
                "p.dataset_id = :dataset and p.status = :status order by p.id",
                Map.of("dataset", dataset, "status", status.name()));
    }

    /** Newest first; of every status when none is given. */
    Paged<Proposal> ofDataset(UUID dataset, @Nullable String status, Page page) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("dataset", dataset);
        parameters.put("status", status);
        return paged("p.dataset_id = :dataset and (:status::text is null or p.status = :status)", parameters, page);
    }

    /** Which wait for the caller, newest first. */
    Paged<Proposal> waitingFor(Caller caller, Page page) {
        return paged(
                WAITING,
                Map.of("caller", caller.subject(), "privacy", caller.is("privacy"), "admin", caller.is("admin")),
                page);
    }

    private Paged<Proposal> paged(String condition, Map<String, ? extends @Nullable Object> parameters, Page page) {
        var all = new HashMap<String, @Nullable Object>(parameters);
        all.put("limit", page.pageSize());
        all.put("offset", page.offset());
        return Paged.of(
                list(condition + " order by p.id desc limit :limit offset :offset", all),
                page,
                jdbc.sql("select count(*) from dataset_proposal p where " + condition)
                        .params(parameters)
                        .query(Long.class)
                        .single());
    }

    private List<Proposal> list(String condition, Map<String, ? extends @Nullable Object> parameters) {
        return jdbc.sql("select p.* from dataset_proposal p where " + condition)
                .params(parameters)
                .query((row, _) -> proposal(row))
                .list();
    }

    private Proposal proposal(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Proposal(
                id,
                row.getObject("dataset_id", UUID.class),
                Proposal.Kind.valueOf(row.getString("kind")),
                Proposal.Status.valueOf(row.getString("status")),
                json.readValue(row.getString("before"), ProposalContent.class),
                json.readValue(row.getString("after"), ProposalContent.class),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                instant(row.getTimestamp("closed_at")),
                row.getString("closed_because"),
                decisions(id));
    }

    private List<Proposal.Decision> decisions(UUID id) {
        return jdbc.sql("""
                        select role, person, approved, reason, decided_at from dataset_proposal_decision
                        where proposal_id = :id order by decided_at, role""")
                .param("id", id)
                .query((row, _) -> new Proposal.Decision(
                        Role.valueOf(row.getString("role")),
                        row.getString("person"),
                        row.getBoolean("approved"),
                        row.getString("reason"),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
