package nl.datakade.access.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.datakade.access.policy.Baselines;
import nl.datakade.access.policy.Clearances;
import nl.datakade.access.policy.Policies;
import nl.datakade.access.policy.Policy;
import nl.datakade.access.projection.Dataset;
import nl.datakade.access.projection.Datasets;
import nl.datakade.access.projection.ReleasedVersion;
import nl.datakade.access.readiness.Condition.Code;
import nl.datakade.access.readiness.Condition.Mover;
import nl.datakade.access.request.Entitlement;
import nl.datakade.contracts.catalog.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The conditions for a query, all of them at once, so that nobody has to find them out one by one. */
@Component
public class Readiness {

    private final Datasets datasets;
    private final Policies policies;
    private final Baselines baselines;
    private final Clearances clearances;
    private final Entitlement entitlement;

    Readiness(
            Datasets datasets, Policies policies, Baselines baselines, Clearances clearances, Entitlement entitlement) {
        this.datasets = datasets;
        this.policies = policies;
        this.baselines = baselines;
        this.clearances = clearances;
        this.entitlement = entitlement;
    }

    /**
     * What one asker may do with a dataset.
     *
     * @param current the version in use; null while there is none
     * @param policy what this asker would see of it, if all conditions are met
     * @param held by what; null without it
     */
    public record Assessment(
            List<Condition> conditions,
            @Nullable ReleasedVersion current,
            Policy policy,
            Entitlement.@Nullable Held held) {

        public List<Condition> missing() {
            return conditions.stream().filter(condition -> !condition.met()).toList();
        }
    }

    /** For one asker, from one snapshot of what is known; without a purpose a grant for any will do. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Assessment of(Dataset dataset, String person, @Nullable UUID purpose) {
        var catalog = "/catalog/v1/datasets/" + dataset.name();
        var access = "/access/v1/datasets/" + dataset.name();
        var conditions = new ArrayList<Condition>();
        conditions.add(condition(Code.REGISTERED, dataset.registered(), Mover.STEWARD, catalog));
        conditions.add(condition(Code.OWNER, dataset.has(Role.DATA_OWNER), Mover.STEWARD, catalog));
        // an owner names the steward; as long as there is none, the stewards of the department register the dataset
        var owner = dataset.has(Role.DATA_OWNER) ? Mover.OWNER : Mover.STEWARD;
        conditions.add(condition(Code.STEWARD, dataset.has(Role.DATA_STEWARD), owner, catalog));
        conditions.add(condition(Code.ACCESS_GRANTOR, dataset.has(Role.ACCESS_GRANTOR), Mover.STEWARD, catalog));
        conditions.add(condition(Code.CLASSIFIED, dataset.classification() != null, owner, catalog));
        var current = datasets.current(dataset.id());
        conditions.add(condition(Code.RELEASED, current.isPresent(), Mover.STEWARD, score(dataset)));
        var uncovered = current.map(version -> uncovered(dataset, version)).orElse(List.of());
        conditions.add(new Condition(
                Code.PERSONAL_DATA_COVERED, uncovered.isEmpty(), Mover.OWNER, access + "/clearances", uncovered));
        var policy = current.map(ReleasedVersion::version)
                .map(version -> policies.of(dataset.id()).limitedBy(baselines.of(dataset, version), version))
                .orElseGet(() -> policies.of(dataset.id()));
        conditions.add(condition(Code.POLICY, policy.showsSomething(), Mover.OWNER, access + "/policy/suggestion"));
        var held = entitlement.find(dataset, person, purpose);
        conditions.add(condition(Code.GRANT, held.isPresent(), Mover.ASKER, "/access/v1/requests"));
        return new Assessment(
                List.copyOf(conditions),
                current.orElse(null),
                held.isPresent() && current.isPresent()
                        ? held.get().within(policy, current.get().version())
                        : policy,
                held.orElse(null));
    }

    private static Condition condition(Code code, boolean met, Mover mover, String link) {
        return new Condition(code, met, mover, link, List.of());
    }

    private String score(Dataset dataset) {
        return datasets.latest(dataset.id())
                .map(version -> "/quality/v1/datasets/" + dataset.name() + "/versions/" + version.version() + "/score")
                .orElse("/catalog/v1/datasets/" + dataset.name() + "/versions");
    }

    /** Columns that look like personal data in a dataset that is said to have none. */
    private List<String> uncovered(Dataset dataset, ReleasedVersion current) {
        if (dataset.holdsPersonalData()) {
            return List.of();
        }
        var cleared = clearances.of(dataset.id());
        return current.score().columns().stream()
                .filter(column -> column.personal()
                        && cleared.stream()
                                .noneMatch(clearance ->
                                        clearance.covers(column.table(), column.columnId(), column.semanticType())))
                .map(column -> column.table() + "." + column.name())
                .toList();
    }
}
