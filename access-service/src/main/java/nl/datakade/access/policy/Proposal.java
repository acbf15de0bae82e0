package nl.datakade.access.policy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.datakade.access.policy.Policy.TablePolicy;
import nl.datakade.contracts.catalog.Loosening;
import nl.datakade.contracts.catalog.Role;
import org.jspecify.annotations.Nullable;

/**
 * A change that lets more be seen and that two persons decide.
 *
 * @param tables of the policy that is proposed; empty for a clearance
 * @param clearance null for a policy
 * @param basis what it was based on, as a digest
 * @param closedBecause why it is outdated, as a code
 */
record Proposal(
        UUID id,
        UUID datasetId,
        Kind kind,
        List<TablePolicy> tables,
        @Nullable Clearance clearance,
        String basis,
        @Nullable String reason,
        String proposedBy,
        Instant proposedAt,
        Status status,
        @Nullable Instant closedAt,
        @Nullable String closedBecause,
        List<Decision> decisions) {

    enum Kind {
        POLICY,
        CLEARANCE
    }

    enum Status {
        /** waits for one of the two, or both */
        OPEN,
        /** in effect */
        ACCEPTED,
        /** one of the two rejected it */
        REJECTED,
        /** what it was based on has changed */
        OUTDATED
    }

    /** What it was based on is no longer so. */
    static final String CHANGED = "changed";

    /** Another proposal of the same person took its place. */
    static final String REPLACED = "replaced";

    /** What one of the two said. */
    record Decision(Role as, String person, boolean approve, String reason, Instant decidedAt) {}

    List<Loosening.Approval> approvals() {
        return decisions.stream()
                .filter(Decision::approve)
                .map(decision -> new Loosening.Approval(decision.as(), decision.person()))
                .toList();
    }

    /** The capacities in which it still has to be decided. */
    Set<Role> missing() {
        return status == Status.OPEN ? Loosening.missing(approvals()) : Set.of();
    }

    /** Whether this person may decide in this capacity, as far as the persons go. */
    boolean mayDecide(Role as, String person) {
        return Loosening.mayAdd(new Loosening.Approval(as, person), approvals(), proposedBy);
    }

    /** As it is shown while only the score is still to come. */
    Proposal outdated() {
        return new Proposal(
                id,
                datasetId,
                kind,
                tables,
                clearance,
                basis,
                reason,
                proposedBy,
                proposedAt,
                Status.OUTDATED,
                closedAt,
                CHANGED,
                decisions);
    }
}
