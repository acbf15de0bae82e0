package nl.datakade.catalog.dataset;

import java.util.List;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Role;
import org.jspecify.annotations.Nullable;

/**
 * One side of a proposal or of an entry in the history: how it is classified, or who answers for it.
 *
 * @param reason why it is not public
 * @param department null when it is about the classification
 * @param roles null when it is about the classification
 */
record ProposalContent(
        @Nullable Classification classification,
        @Nullable String reason,
        @Nullable String department,
        @Nullable List<Holder> roles) {

    static ProposalContent classification(Registration said) {
        return new ProposalContent(said.classification(), said.classificationReason(), null, null);
    }

    static ProposalContent accountability(Registration said) {
        return new ProposalContent(
                null,
                null,
                said.department(),
                said.roles().stream().sorted(Holder.ORDER).toList());
    }

    List<Holder> holders() {
        return roles == null ? List.of() : roles;
    }

    /** Whether the person gets a role here that decides about others, which they did not have in the other. */
    boolean appoints(String person, ProposalContent other) {
        return holders().stream()
                .filter(holder -> holder.person().equals(person) && decides(holder.role()))
                .anyMatch(holder -> !other.holders().contains(holder));
    }

    private static boolean decides(Role role) {
        return role.realmRole() != null;
    }
}
