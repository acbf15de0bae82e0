package nl.datakade.access.policy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.datakade.access.policy.Policy.TablePolicy;
import nl.datakade.access.projection.Dataset;
import nl.datakade.access.projection.Datasets;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Proposals as people see them, with what would change. */
@Component
class ProposalViews {

    private final Datasets datasets;
    private final Baselines baselines;
    private final Policies policies;

    ProposalViews(Datasets datasets, Baselines baselines, Policies policies) {
        this.datasets = datasets;
        this.baselines = baselines;
        this.policies = policies;
    }

    /**
     * A proposal.
     *
     * @param tables of the policy; empty for a clearance
     * @param column name of the column that a clearance is about; null for a policy, or when it is gone
     * @param changes columns that would be shown otherwise than now; while it is pending
     * @param rows tables of which other rows would be shown than now; while it is pending
     * @param missing in which capacities it still has to be approved
     * @param yours in which of those you may do so
     * @param closedBecause why it is outdated: changed (what it was based on), or replaced by another proposal
     */
    record View(
            UUID id,
            String dataset,
            Proposal.Kind kind,
            Proposal.Status status,
            Somebody proposedBy,
            Instant proposedAt,
            @Nullable String reason,
            List<TablePolicy> tables,
            @Nullable Clearance clearance,
            @Nullable String column,
            List<Change> changes,
            List<RowChange> rows,
            Set<Role> missing,
            List<Role> yours,
            List<Vote> decisions,
            @Nullable Instant closedAt,
            @Nullable String closedBecause,
            Links links) {}

    /** @param person subject in Keycloak; the catalogue knows names */
    record Somebody(String person) {}

    record Vote(Role as, Somebody by, boolean approve, String reason, Instant decidedAt) {}

    /**
     * What would change for one column.
     *
     * @param meanings for which it is a personal column
     */
    record Change(String table, int column, String name, Set<String> meanings, Treatment from, Treatment to) {}

    /**
     * Which rows of a table would be shown.
     *
     * @param from the filter that holds; null for all rows
     * @param to the filter that is proposed; null for all rows
     */
    record RowChange(
            String table, @Nullable String from, @Nullable String to) {}

    record Links(String self, String decisions) {}

    static String path(Dataset dataset, UUID proposal) {
        return "/access/v1/datasets/" + dataset.name() + "/proposals/" + proposal;
    }

    ResponseEntity<View> accepted(Dataset dataset, Proposal proposal, Caller caller) {
        return ResponseEntity.accepted()
                .location(URI.create(path(dataset, proposal.id())))
                .body(view(dataset, proposal, caller));
    }

    View view(Dataset dataset, Proposal proposal, Caller caller) {
        var self = path(dataset, proposal.id());
        return new View(
                proposal.id(),
                dataset.name(),
                proposal.kind(),
                proposal.status(),
                new Somebody(proposal.proposedBy()),
                proposal.proposedAt(),
                proposal.reason(),
                proposal.tables(),
                proposal.clearance(),
                column(dataset, proposal.clearance()),
                changes(dataset, proposal),
                rows(dataset, proposal),
                proposal.missing(),
                yours(dataset, proposal, caller),
                proposal.decisions().stream().map(ProposalViews::vote).toList(),
                proposal.closedAt(),
                proposal.closedBecause(),
                new Links(self, self + "/decisions"));
    }

    List<Role> yours(Dataset dataset, Proposal proposal, Caller caller) {
        return proposal.missing().stream()
                .filter(role -> Proposals.isHeldBy(role, dataset, caller))
                .filter(role -> proposal.mayDecide(role, caller.subject()))
                .toList();
    }

    private static Vote vote(Proposal.Decision decision) {
        return new Vote(
                decision.as(),
                new Somebody(decision.person()),
                decision.approve(),
                decision.reason(),
                decision.decidedAt());
    }

    private @Nullable String column(Dataset dataset, @Nullable Clearance clearance) {
        if (clearance == null) {
            return null;
        }
        return datasets.latest(dataset.id()).stream()
                .flatMap(version -> version.tables().stream())
                .filter(table -> table.name().equals(clearance.table()))
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.id() == clearance.column())
                .map(VersionState.Column::name)
                .findFirst()
                .orElse(null);
    }

    private List<RowChange> rows(Dataset dataset, Proposal proposal) {
        if (proposal.status() != Proposal.Status.OPEN) {
            return List.of();
        }
        var revisions = policies.history(dataset.id());
        return proposal.tables().stream()
                .map(table -> new RowChange(
                        table.table(),
                        StandingFilter.of(table.table(), revisions).filter(),
                        table.filter()))
                .filter(change -> !Objects.equals(change.from(), change.to()))
                .toList();
    }

    private List<Change> changes(Dataset dataset, Proposal proposal) {
        if (proposal.kind() != Proposal.Kind.POLICY || proposal.status() != Proposal.Status.OPEN) {
            return List.of();
        }
        return datasets.latest(dataset.id()).stream()
                .flatMap(version -> {
                    var baseline = baselines.of(dataset, version);
                    var from = policies.of(dataset.id()).limitedBy(baseline, version);
                    var to = new Policy(0, proposal.tables(), List.of());
                    return version.tables().stream().flatMap(table -> changes(table, baseline, from, to).stream());
                })
                .toList();
    }

    private static List<Change> changes(VersionState.Table table, Baseline baseline, Policy from, Policy to) {
        return table.columns().stream()
                .map(column -> new Change(
                        table.name(),
                        column.id(),
                        column.name(),
                        baseline.meanings(table.name(), column),
                        from.treatmentOf(table.name(), column.id()),
                        to.treatmentOf(table.name(), column.id())))
                .filter(change -> !change.from().equals(change.to()))
                .toList();
    }
}
