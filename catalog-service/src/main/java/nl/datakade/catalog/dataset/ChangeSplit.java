package nl.datakade.catalog.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Loosening;
import org.jspecify.annotations.Nullable;

/**
 * A change in two parts.
 *
 * @param now what takes effect at once: everything that others need not decide, and either axis where it rises
 * @param waiting what becomes a proposal
 */
record ChangeSplit(Registration now, List<Proposal.Draft> waiting) {

    /**
     * Splits it.
     *
     * @param before null for a new dataset
     * @param ownershipWaits whether the present owner has to consent; department and roles wait together then
     */
    static ChangeSplit of(@Nullable Registration before, Registration said, boolean ownershipWaits) {
        var now = said;
        var waiting = new ArrayList<Proposal.Draft>();
        if (before != null && ownershipWaits) {
            now = now.answeredForBy(before.department(), before.roles());
            waiting.add(new Proposal.Draft(
                    Proposal.Kind.OWNERSHIP,
                    ProposalContent.accountability(before),
                    ProposalContent.accountability(said)));
        }
        var wanted = said.classification();
        var present = before == null ? null : before.classification();
        if (wanted != null && Loosening.isLooser(present, wanted)) {
            now = present == null ? now.classified(null, null) : heldUp(now, before, present, wanted);
            waiting.add(new Proposal.Draft(
                    Proposal.Kind.CLASSIFICATION,
                    ProposalContent.classification(now),
                    ProposalContent.classification(said)));
        }
        return new ChangeSplit(now, List.copyOf(waiting));
    }

    private static Registration heldUp(
            Registration now, @Nullable Registration before, Classification present, Classification wanted) {
        var reason = before == null ? null : before.classificationReason();
        return now.classified(stricter(present, wanted), reason == null ? now.classificationReason() : reason);
    }

    private static Classification stricter(Classification one, Classification other) {
        return new Classification(
                Collections.max(List.of(one.confidentiality(), other.confidentiality())),
                Collections.max(List.of(one.personalData(), other.personalData())));
    }
}
