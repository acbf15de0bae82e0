package nl.datakade.access.request;

import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import nl.datakade.access.activity.Activities;
import nl.datakade.access.grant.Grants;
import nl.datakade.access.key.PseudonymScope;
import nl.datakade.access.projection.Dataset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether somebody may use a dataset by the rules as they fall today. A grant alone does not do: the dataset may have
 * been classified higher since, or its purpose may have lost its ground. It counts only while the approvals that were
 * given for it are all that the rules now ask for.
 */
@Component
public class Entitlement {

    private final Grants grants;
    private final Activities activities;

    Entitlement(Grants grants, Activities activities) {
        this.grants = grants;
        this.activities = activities;
    }

    /** Without a purpose any will do. */
    public boolean holds(Dataset dataset, String person, @Nullable UUID purpose) {
        if (dataset.open()) {
            return true;
        }
        return grants.active(person, dataset.id()).stream()
                .filter(grant -> purpose == null || grant.purpose().equals(purpose))
                .anyMatch(grant -> covers(grant, dataset));
    }

    /**
     * Within what the pseudonyms that this person gets are the same: one grant, and the oldest where there are two, so that
     * they do not change under who works with them. All of a purpose only where its approvers let data be combined. Public
     * data has no grant, so there it is the person and the purpose.
     */
    public PseudonymScope pseudonyms(Dataset dataset, String person, UUID purpose) {
        return grants.active(person, dataset.id()).stream()
                .filter(grant -> grant.purpose().equals(purpose) && covers(grant, dataset))
                .min(Comparator.comparing(Grants.Active::id))
                .map(grant -> grant.combine() ? PseudonymScope.combined(purpose) : PseudonymScope.grant(grant.id()))
                .orElseGet(() -> PseudonymScope.person(person, purpose));
    }

    private boolean covers(Grants.Active grant, Dataset dataset) {
        return activities
                .find(grant.purpose().toString())
                .map(purpose -> switch (AccessPolicy.decide(dataset.classification(), purpose)) {
                    case Decision.Unneeded _ -> true;
                    case Decision.Referral referral -> covers(grant.approvals(), referral.needs());
                    case Decision.Refusal _ -> false;
                })
                .orElse(false);
    }

    private static boolean covers(Set<String> approvals, Set<Approval> needs) {
        return needs.stream().allMatch(need -> approvals.contains(need.name()));
    }
}
