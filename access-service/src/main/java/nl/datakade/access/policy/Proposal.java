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
        @Nullable Instant endedAt,
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

    /** What one of the two said. */
    record Decision(Role as, String person, boolean approve, String reason, Instant at) {}

    List<Loosening.Approval> approvals() {
        return decisions.stream()
                .filter(Decision::approve)
                .map(decision -> new Loosening.Approval(decision.as(), decision.person()))
                .toList();
    }

    Set<Role> waitingFor() {
        return status == Status.OPEN ? Loosening.missing(approvals()) : Set.of();
    }

    /** Whether this person may decide in this capacity, as far as the persons go. */
    boolean mayDecide(Role as, String person) {
        return Loosening.mayAdd(new Loosening.Approval(as, person), approvals(), proposedBy);
    }

    Proposal with(Status now) {
        return new Proposal(
                id, datasetId, kind, tables, clearance, basis, reason, proposedBy, proposedAt, now, endedAt, decisions);
    }
}
