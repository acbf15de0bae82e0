package nl.datakade.access.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.datakade.access.policy.Policies.Mentioned;
import nl.datakade.access.policy.Policy.Approved;
import nl.datakade.access.policy.Policy.ColumnPolicy;
import nl.datakade.access.policy.Policy.FilterColumn;
import nl.datakade.access.policy.Policy.TablePolicy;
import nl.datakade.access.projection.Dataset;
import nl.datakade.access.statement.Reading;
import nl.datakade.access.statement.SqlNames;
import nl.datakade.contracts.ingest.VersionState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets a policy when one person may decide it, and proposes it when it shows more of personal columns. */
@Component
class SetPolicy {

    private final Policies policies;
    private final Baselines baselines;
    private final Proposals proposals;
    private final PolicyCheck check;

    SetPolicy(Policies policies, Baselines baselines, Proposals proposals, PolicyCheck check) {
        this.policies = policies;
        this.baselines = baselines;
        this.proposals = proposals;
        this.check = check;
    }

    /** What became of it. */
    sealed interface Outcome {

        record InForce(Policy policy) implements Outcome {}

        record Proposed(Proposal proposal) implements Outcome {}
    }

    /** @param seen the revision that it replaces, as an entity tag; null when there was none */
    @Transactional
    Outcome set(
            Dataset dataset,
            VersionState version,
            List<TablePolicy> tables,
            @Nullable String reason,
            @Nullable String seen,
            String person) {
        policies.lock(dataset.id());
        var present = policies.of(dataset.id());
        if (seen == null && present.revision() > 0) {
            throw new PolicyProblem.RevisionNotGiven();
        }
        if (seen != null && !seen.equals(present.tag())) {
            throw new PolicyProblem.ChangedMeanwhile();
        }
        var named = named(tables, version, person);
        var baseline = baselines.of(dataset, version);
        if (showsMore(dataset.id(), named, present.limitedBy(baseline, version), version, baseline, person)) {
            return new Outcome.Proposed(proposals.propose(dataset, version, named, reason, person));
        }
        return new Outcome.InForce(
                policies.add(dataset.id(), named, stillApproved(present, named), person, reason, null));
    }

    private boolean showsMore(
            UUID dataset,
            List<TablePolicy> tables,
            Policy present,
            VersionState version,
            Baseline baseline,
            String person) {
        var wanted = new Policy(0, tables, List.of());
        var mentioned = policies.mentioned(dataset);
        var revisions = policies.history(dataset);
        return version.tables().stream()
                .anyMatch(table -> showsMore(table, wanted, present, mentioned, baseline)
                        || showsOtherRows(table, wanted, revisions, baseline, person));
    }

    private static boolean showsMore(
            VersionState.Table table, Policy wanted, Policy present, Set<Mentioned> mentioned, Baseline baseline) {
        var personal = table.columns().stream()
                .filter(column -> baseline.isPersonal(table.name(), column))
                .toList();
        return personal.stream()
                .anyMatch(column -> !Strictness.showsNoMore(
                        wanted.treatmentOf(table.name(), column.id()),
                        mentioned.contains(new Mentioned(table.name(), column.id()))
                                ? present.treatmentOf(table.name(), column.id())
                                : baseline.of(table.name(), column)));
    }

    /**
     * Also of a table that hides its personal columns, and also the first filter: which rows are left shows what a
     * filter finds in them. A first filter on other columns only takes rows away that anybody could leave out.
     */
    private boolean showsOtherRows(
            VersionState.Table table,
            Policy wanted,
            List<Policies.Revision> revisions,
            Baseline baseline,
            String person) {
        if (!wanted.mentions(table.name())) {
            return false;
        }
        var standing = StandingFilter.of(table.name(), revisions);
        var filter = wanted.filterOf(table.name());
        var columns = wanted.filterColumnsOf(table.name());
        var harmless = table.columns().stream()
                .filter(column -> !baseline.isPersonal(table.name(), column))
                .map(VersionState.Column::name)
                .toList();
        boolean guarded = harmless.size() < table.columns().size() || (standing.byTwo() && standing.filter() != null);
        return guarded
                && standing.isOtherThan(filter, columns)
                && (standing.filter() != null || filter == null || !isOn(harmless, filter, person));
    }

    private boolean isOn(List<String> columns, String filter, String person) {
        return check.reading(filter, columns, person) instanceof Reading.Acceptable;
    }

    /** What two persons decided holds on for a treatment that shows no more than theirs. */
    private static List<Approved> stillApproved(Policy present, List<TablePolicy> tables) {
        var wanted = new Policy(0, tables, List.of());
        return present.approved().stream()
                .filter(column -> Strictness.showsNoMore(
                        wanted.treatmentOf(column.table(), column.column()),
                        present.treatmentOf(column.table(), column.column())))
                .toList();
    }

    /** With the names that the columns have, for whoever has to decide reads names. */
    private List<TablePolicy> named(List<TablePolicy> tables, VersionState version, String person) {
        return tables.stream()
                .map(table -> new TablePolicy(
                        table.table(),
                        table.filter(),
                        table.columns().stream()
                                .map(column -> new ColumnPolicy(
                                        column.id(), nameOf(table.table(), column, version), column.treatment()))
                                .toList(),
                        filterColumns(table, version, person)))
                .toList();
    }

    /** Which columns the filter is about, whatever they are called and however they are read later. */
    private @Nullable Map<String, FilterColumn> filterColumns(TablePolicy policy, VersionState version, String person) {
        var filter = policy.filter();
        if (filter == null) {
            return null;
        }
        var known = version.tables().stream()
                .filter(found -> found.name().equals(policy.table()))
                .flatMap(found -> found.columns().stream())
                .toList();
        var names = known.stream().map(VersionState.Column::name).toList();
        return switch (check.reading(filter, names, person)) {
            case Reading.Acceptable acceptable ->
                known.stream()
                        .filter(column -> acceptable.columns().names().contains(SqlNames.fold(column.name())))
                        .collect(Collectors.toMap(VersionState.Column::name, FilterColumn::of));
            case Reading.Refused _ -> throw new PolicyProblem.Busy(); // it was acceptable a moment ago
        };
    }

    private static @Nullable String nameOf(String table, ColumnPolicy column, VersionState version) {
        return version.tables().stream()
                .filter(found -> found.name().equals(table))
                .flatMap(found -> found.columns().stream())
                .filter(found -> found.id() == column.id())
                .map(VersionState.Column::name)
                .findFirst()
                .orElse(column.name());
    }
}
