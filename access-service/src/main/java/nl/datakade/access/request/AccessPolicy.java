package nl.datakade.access.request;

import java.util.Set;
import nl.datakade.access.activity.Activity;
import nl.datakade.access.request.Decision.Reason;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Confidentiality;
import org.jspecify.annotations.Nullable;

/** The rules for access, without a database or a clock, so that each can be tested by itself. */
final class AccessPolicy {

    private static final int YEAR = 365;
    private static final int HALF_YEAR = 182;

    private AccessPolicy() {}

    static Decision decide(@Nullable Classification classification, Activity purpose) {
        if (!purpose.active()) {
            return new Decision.Refusal(Reason.PURPOSE_ENDED);
        }
        if (classification == null) {
            return new Decision.Refusal(Reason.NOT_CLASSIFIED);
        }
        if (classification.confidentiality() == Confidentiality.SECRET) {
            return new Decision.Refusal(Reason.SECRET);
        }
        return switch (classification.personalData()) {
            case NONE -> withoutPeople(classification.confidentiality());
            case PERSONAL -> purpose.hasLegalBasis() ? bothDecide() : new Decision.Refusal(Reason.NO_LEGAL_BASIS);
            case SPECIAL, CRIMINAL -> special(purpose);
        };
    }

    private static Decision withoutPeople(Confidentiality confidentiality) {
        return confidentiality == Confidentiality.PUBLIC
                ? new Decision.Unneeded()
                : new Decision.Referral(Set.of(Approval.GRANTOR), YEAR);
    }

    /** AVG art. 9(2) and 10: forbidden but for the exceptions; art. 35: after an impact assessment. */
    private static Decision special(Activity purpose) {
        if (!purpose.hasLegalBasis()) {
            return new Decision.Refusal(Reason.NO_LEGAL_BASIS);
        }
        return purpose.allowsSpecialData() ? bothDecide() : new Decision.Refusal(Reason.NO_SPECIAL_BASIS);
    }

    private static Decision bothDecide() {
        return new Decision.Referral(Set.of(Approval.GRANTOR, Approval.PRIVACY), HALF_YEAR);
    }
}
