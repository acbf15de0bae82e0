package nl.datakade.access.policy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.access.disclosure.DecisionLog;
import nl.datakade.access.disclosure.Kind;
import nl.datakade.access.policy.Policy.Approved;
import nl.datakade.access.policy.Policy.TablePolicy;
import nl.datakade.access.policy.Proposal.Decision;
import nl.datakade.access.policy.Proposal.Status;
import nl.datakade.access.projection.Dataset;
import nl.datakade.access.projection.Datasets;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What lets more be seen waits here until the data owner and a privacy officer have decided. */
@Component
class Proposals {

    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Basis basis;
    private final Policies policies;
    private final Clearances clearances;
    private final Baselines baselines;
    private final Datasets datasets;
    private final DecisionLog log;

    Proposals(
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            Basis basis,
            Policies policies,
            Clearances clearances,
            Baselines baselines,
            Datasets datasets,
            DecisionLog log) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.basis = basis;
        this.policies = policies;
        this.clearances = clearances;
        this.baselines = baselines;
        this.datasets = datasets;
        this.log = log;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Proposal propose(
            Dataset dataset, VersionState version, List<TablePolicy> tables, @Nullable String reason, String person) {
        return add(
                dataset,
                Proposal.Kind.POLICY,
                json.writeValueAsString(tables),
                basis.of(dataset, null),
                reason,
                person);
    }

    @Transactional
    Proposal propose(Dataset dataset, Clearance clearance, String person) {
        policies.lock(dataset.id());
        return add(
                dataset,
                Proposal.Kind.CLEARANCE,
                json.writeValueAsString(clearance),
                basis.of(dataset, clearance),
                clearance.reason(),
                person);
    }

    /** The same proposal of the same person, while it waits, is one proposal. */
    private Proposal add(
            Dataset dataset, Proposal.Kind kind, String body, String digest, @Nullable String reason, String person) {
        var waiting = jdbc.sql("""
                        select * from proposal
                        where dataset_id = :dataset and kind = :kind and body = cast(:body as jsonb) and basis = :basis
                          and proposed_by = :person and reason is not distinct from :reason and status = 'OPEN'
                        limit 1""")
                .param("dataset", dataset.id())
                .param("kind", kind.name())
                .param("body", body)
                .param("basis", digest)
                .param("person", person)
                .param("reason", reason)
                .query((row, _) -> proposal(row))
                .optional();
        if (waiting.isPresent()) {
            return waiting.get();
        }
        outdateEarlier(dataset, kind, body, person);
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                        insert into proposal (id, dataset_id, kind, body, basis, reason, proposed_by, proposed_at, status)
                        values (:id, :dataset, :kind, cast(:body as jsonb), :basis, :reason, :person, :now, 'OPEN')""")
                .param("id", id)
                .param("dataset", dataset.id())
                .param("kind", kind.name())
                .param("body", body)
                .param("basis", digest)
                .param("reason", reason)
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        record(Kind.PROPOSAL_MADE, dataset, id, person, kind.name(), reason);
        return find(dataset, id).orElseThrow();
    }

    /** Of one person one policy waits, and one clearance of each column. */
    private void outdateEarlier(Dataset dataset, Proposal.Kind kind, String body, String person) {
        jdbc.sql("""
                        update proposal set status = 'OUTDATED', closed_at = :now, closed_because = :because
                        where dataset_id = :dataset and kind = :kind and proposed_by = :person and status = 'OPEN'
                          and (kind = 'POLICY' or (body -> 'table', body -> 'column', body -> 'semanticType')
                            = (cast(:body as jsonb) -> 'table', cast(:body as jsonb) -> 'column',
                               cast(:body as jsonb) -> 'semanticType'))""")
                .param("now", Timestamp.from(clock.instant()))
                .param("because", Proposal.REPLACED)
                .param("dataset", dataset.id())
                .param("kind", kind.name())
                .param("person", person)
                .param("body", body)
                .update();
    }

    private void record(Kind what, Dataset dataset, UUID id, String person, String as, @Nullable String reason) {
        log.record(new DecisionLog.Entry(what, person, null, dataset.id(), Map.of("proposal", id, "as", as), reason));
    }

    /**
     * Takes what one of the two says; the last approval puts the change into effect.
     *
     * @return the proposal as it stands then; when what it was based on has changed, it is {@link Status#OUTDATED} and
     *     the decision was not taken
     */
    @Transactional
    Proposal decide(String name, UUID id, Role as, boolean approve, String reason, Caller caller) {
        var dataset = datasets.visible(name, caller);
        policies.lock(dataset.id());
        jdbc.sql("lock table recognised_column in share mode").update(); // what is approved is what was recognised
        dataset = datasets.find(dataset.id()).orElseThrow(); // as it is now that nobody else decides
        var proposal = find(dataset, id).orElseThrow(() -> new PolicyProblem.ProposalUnknown(id));
        if (!isHeldBy(as, dataset, caller)) {
            throw new PolicyProblem.NotYoursToDecide(as);
        }
        if (proposal.status() == Status.OUTDATED) {
            return close(dataset, proposal, Status.OUTDATED);
        }
        if (proposal.status() != Status.OPEN) {
            throw new PolicyProblem.ProposalEnded(proposal.status());
        }
        if (!proposal.missing().contains(as)) {
            throw new PolicyProblem.NotWaiting(as);
        }
        if (!proposal.mayDecide(as, caller.subject())) {
            throw new PolicyProblem.FourEyes();
        }
        write(proposal, as, approve, reason, caller.subject());
        record(
                approve ? Kind.PROPOSAL_APPROVED : Kind.PROPOSAL_REFUSED,
                dataset,
                id,
                caller.subject(),
                as.name(),
                reason);
        if (!approve) {
            return close(dataset, proposal, Status.REJECTED);
        }
        var decided = find(dataset, id).orElseThrow();
        if (decided.missing().isEmpty()) {
            apply(dataset, decided);
            return close(dataset, decided, Status.ACCEPTED);
        }
        return decided;
    }

    /** In this capacity somebody decides about this dataset; which of the two decisions it is, the persons say. */
    static boolean isHeldBy(Role as, Dataset dataset, Caller caller) {
        return switch (as) {
            case DATA_OWNER -> dataset.isHeldBy(as, caller);
            case PRIVACY_OFFICER -> caller.is("privacy");
            case SOURCE_HOLDER, DATA_STEWARD, CUSTODIAN, ACCESS_GRANTOR -> false;
        };
    }

    private void write(Proposal proposal, Role as, boolean approve, String reason, String person) {
        jdbc.sql("""
                        insert into proposal_decision (proposal_id, capacity, person, approve, reason, decided_at)
                        values (:id, :capacity, :person, :approve, :reason, :now)""")
                .param("id", proposal.id())
                .param("capacity", as.name())
                .param("person", person)
                .param("approve", approve)
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void apply(Dataset dataset, Proposal proposal) {
        if (proposal.clearance() != null) {
            clearances.clear(dataset.id(), proposal.clearance(), proposal.proposedBy(), proposal.id());
            return;
        }
        var version = datasets.latest(dataset.id()).orElseThrow(() -> new PolicyProblem.NoTables(dataset.name()));
        var baseline = baselines.of(dataset, version);
        var approved = version.tables().stream()
                .flatMap(table -> table.columns().stream()
                        .map(column ->
                                new Approved(table.name(), column.id(), baseline.meanings(table.name(), column))))
                .toList();
        policies.add(
                dataset.id(), proposal.tables(), approved, proposal.proposedBy(), proposal.reason(), proposal.id());
    }

    private Proposal close(Dataset dataset, Proposal proposal, Status status) {
        jdbc.sql("""
                        update proposal set status = :status, closed_at = :now, closed_because = :because
                        where id = :id and status = 'OPEN'""")
                .param("status", status.name())
                .param("because", status == Status.OUTDATED ? Proposal.CHANGED : null)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", proposal.id())
                .update();
        return find(dataset, proposal.id()).orElseThrow();
    }

    Optional<Proposal> find(Dataset dataset, UUID id) {
        return jdbc.sql("select * from proposal where id = :id and dataset_id = :dataset")
                .param("id", id)
                .param("dataset", dataset.id())
                .query((row, _) -> proposal(row))
                .optional()
                .map(proposal -> today(dataset, proposal));
    }

    List<Proposal> of(Dataset dataset) {
        return jdbc
                .sql("select * from proposal where dataset_id = :dataset order by proposed_at desc, id desc")
                .param("dataset", dataset.id())
                .query((row, _) -> proposal(row))
                .list()
                .stream()
                .map(proposal -> today(dataset, proposal))
                .toList();
    }

    /** What waits, of all datasets, oldest first and so many at most; whether it still stands {@link #today} says. */
    List<Proposal> pending() {
        return jdbc.sql("select * from proposal where status = 'OPEN' order by proposed_at, id limit :most")
                .param("most", MOST)
                .query((row, _) -> proposal(row))
                .list();
    }

    /** As it stands now. What is found to be outdated is kept so, unless only the score is still to come. */
    Proposal today(Dataset dataset, Proposal proposal) {
        if (proposal.status() != Status.OPEN
                || basis.of(dataset, proposal.clearance()).equals(proposal.basis())) {
            return proposal;
        }
        boolean scored = datasets.latest(dataset.id()).map(baselines::isScored).orElse(true);
        return scored ? close(dataset, proposal, Status.OUTDATED) : proposal.outdated();
    }

    private Proposal proposal(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var kind = Proposal.Kind.valueOf(row.getString("kind"));
        var body = row.getString("body");
        var closed = row.getTimestamp("closed_at");
        return new Proposal(
                id,
                row.getObject("dataset_id", UUID.class),
                kind,
                kind == Proposal.Kind.POLICY ? List.of(json.readValue(body, TablePolicy[].class)) : List.of(),
                kind == Proposal.Kind.CLEARANCE ? json.readValue(body, Clearance.class) : null,
                row.getString("basis"),
                row.getString("reason"),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                Status.valueOf(row.getString("status")),
                closed == null ? null : closed.toInstant(),
                row.getString("closed_because"),
                decisions(id));
    }

    private List<Decision> decisions(UUID id) {
        return jdbc.sql("select * from proposal_decision where proposal_id = :id order by decided_at")
                .param("id", id)
                .query((row, _) -> new Decision(
                        Role.valueOf(row.getString("capacity")),
                        row.getString("person"),
                        row.getBoolean("approve"),
                        row.getString("reason"),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }
}
