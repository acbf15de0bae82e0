package nl.datakade.catalog.dataset;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.datakade.contracts.catalog.Loosening;
import nl.datakade.contracts.catalog.Loosening.Approval;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A change that other persons decide.
 *
 * @param before what it is based on
 * @param proposedBy Keycloak subject
 * @param closedBecause why it is outdated, as a code
 */
record Proposal(
        UUID id,
        UUID datasetId,
        Kind kind,
        Status status,
        ProposalContent before,
        ProposalContent after,
        String proposedBy,
        Instant proposedAt,
        @Nullable Instant closedAt,
        @Nullable String closedBecause,
        List<Decision> decisions) {

    enum Kind {
        /** A lower classification or publication: the data owner and a privacy officer decide. */
        CLASSIFICATION,
        /** Another owner in the place of one who is there: that owner decides, or an administrator. */
        OWNERSHIP
    }

    enum Status {
        OPEN,
        ACCEPTED,
        REJECTED,
        OUTDATED
    }

    /** A proposal that is still to be made. */
    record Draft(Kind kind, ProposalContent before, ProposalContent after) {}

    record Decision(Role as, String person, boolean approved, String reason, Instant decidedAt) {}

    /** The roles whose decision is still needed. */
    Set<Role> missing() {
        var missing = kind == Kind.CLASSIFICATION ? EnumSet.copyOf(Loosening.DECIDED_BY) : EnumSet.of(Role.DATA_OWNER);
        decisions.forEach(decision -> missing.remove(decision.as()));
        return missing;
    }

    List<Approval> approvals() {
        return decisions.stream()
                .filter(Decision::approved)
                .map(decision -> new Approval(decision.as(), decision.person()))
                .toList();
    }

    /** As far as the persons go: nobody decides twice, and whoever proposed it does not decide as privacy officer. */
    boolean mayBeDecidedBy(String person, Role as) {
        return decisions.stream().noneMatch(decision -> decision.person().equals(person))
                && Loosening.mayAdd(new Approval(as, person), approvals(), proposedBy);
    }

    /** The roles in which this caller may decide now, as far as can be said without Keycloak. */
    List<Role> decidedBy(Caller caller, Registration present) {
        if (status != Status.OPEN || after.appoints(caller.subject(), before)) {
            return List.of();
        }
        return missing().stream()
                .filter(role -> role == Role.PRIVACY_OFFICER
                        ? caller.is("privacy")
                        : Objects.equals(present.owner(), caller.subject())
                                || (kind == Kind.OWNERSHIP && caller.is("admin")))
                .filter(role -> mayBeDecidedBy(caller.subject(), role))
                .toList();
    }

    /** Whether what it is based on, and what was approved so far, still stands. */
    boolean standsOn(Registration present) {
        return switch (kind) {
            case CLASSIFICATION ->
                before.equals(ProposalContent.classification(present)) && approvedByTheOwnerOf(present);
            case OWNERSHIP -> before.equals(ProposalContent.accountability(present));
        };
    }

    private boolean approvedByTheOwnerOf(Registration present) {
        return approvals().stream()
                .filter(approval -> approval.role() == Role.DATA_OWNER)
                .allMatch(approval -> Objects.equals(present.owner(), approval.person()));
    }

    /** What is said of the dataset once the proposal is accepted. */
    Registration appliedTo(Registration present) {
        return switch (kind) {
            case CLASSIFICATION -> present.classified(after.classification(), after.reason());
            case OWNERSHIP ->
                present.answeredForBy(Objects.requireNonNull(after.department()), Set.copyOf(after.holders()));
        };
    }
}
