package nl.datakade.access.request;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.datakade.access.activity.Activities;
import nl.datakade.access.activity.Activity;
import nl.datakade.access.grant.GrantRules;
import nl.datakade.access.grant.Grants;
import nl.datakade.access.grant.Terms;
import nl.datakade.access.key.PseudonymScope;
import nl.datakade.access.policy.Policy;
import nl.datakade.access.projection.Dataset;
import nl.datakade.contracts.ingest.VersionState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether somebody may use a dataset by the rules as they fall today, and how far. A grant alone does not do: the
 * dataset may have been classified higher since, or its purpose may have lost its ground. It counts only while the
 * approvals that were given for it are all that the rules now ask for, and dataset and purpose are what was approved.
 */
@Component
public class Entitlement implements GrantRules {

    private static final String PURPOSE_UNKNOWN = "PURPOSE_UNKNOWN";
    private static final String APPROVAL_MISSING = "APPROVAL_MISSING";
    private static final String CHANGED_SINCE_APPROVAL = "CHANGED_SINCE_APPROVAL";

    private final Grants grants;
    private final Activities activities;

    Entitlement(Grants grants, Activities activities) {
        this.grants = grants;
        this.activities = activities;
    }

    /**
     * What somebody may use a dataset by.
     *
     * @param grant whose pseudonyms count; null when the dataset is open, so that no grant is needed
     * @param combine whether its pseudonyms are those of all grants for the purpose that were approved so
     * @param terms what the approvers of the grant that was given last saw
     */
    public record Held(@Nullable UUID grant, boolean combine, List<Terms> terms) {

        /**
         * Within what the pseudonyms that this person gets are the same: one grant, all grants for a purpose where its
         * approvers let data be combined, and for open data, which has no grant, the person and the purpose.
         */
        public PseudonymScope pseudonyms(String person, UUID purpose) {
            if (grant == null) {
                return PseudonymScope.person(person, purpose);
            }
            return combine ? PseudonymScope.combined(purpose) : PseudonymScope.grant(grant);
        }

        /** What may be seen under it: of each column and row what the policy of now and each approver's let be seen. */
        public Policy within(Policy policy, VersionState version) {
            var left = policy;
            for (var seen : terms) {
                left = left.within(seen.tables(), version);
            }
            return left;
        }
    }

    /**
     * Without a purpose any will do. Of several grants for one purpose the one that was given last says what may be seen,
     * and the oldest that still counts whose pseudonyms they are: those of work in progress do not change under it.
     */
    public Optional<Held> find(Dataset dataset, String person, @Nullable UUID purpose) {
        if (dataset.open()) {
            return Optional.of(new Held(null, false, List.of()));
        }
        var counting = grants.active(person, dataset.id()).stream()
                .filter(grant -> purpose == null || grant.purpose().equals(purpose))
                .filter(grant -> suspension(grant, dataset).isEmpty())
                .toList();
        if (counting.isEmpty()) {
            return Optional.empty();
        }
        var last = counting.getFirst();
        // what was not approved to be combined is not, because something else was before
        var oldest = counting.reversed().stream()
                .filter(grant -> !grant.combine() || last.combine())
                .findFirst()
                .orElse(last);
        return Optional.of(new Held(oldest.id(), oldest.combine(), last.terms()));
    }

    @Override
    public Optional<String> suspension(Grants.Active grant, Dataset dataset) {
        return activities
                .find(grant.purpose().toString())
                .map(purpose -> suspension(grant, dataset, purpose))
                .orElse(Optional.of(PURPOSE_UNKNOWN));
    }

    private static Optional<String> suspension(Grants.Active grant, Dataset dataset, Activity purpose) {
        return switch (AccessPolicy.decide(dataset.classification(), purpose)) {
            case Decision.Refusal refusal -> Optional.of(refusal.reason().name());
            case Decision.Unneeded _ -> Optional.empty();
            case Decision.Referral referral -> {
                if (!covers(grant.approvals(), referral.needs())) {
                    yield Optional.of(APPROVAL_MISSING);
                }
                yield grant.terms().stream().allMatch(terms -> terms.cover(dataset.classification(), purpose))
                        ? Optional.empty()
                        : Optional.of(CHANGED_SINCE_APPROVAL);
            }
        };
    }

    private static boolean covers(Set<String> approvals, Set<Approval> needs) {
        return needs.stream().allMatch(need -> approvals.contains(need.name()));
    }
}
