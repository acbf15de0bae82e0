package nl.datakade.access.request;

import java.util.Set;

/** What the rules say to a request, before any person does. */
sealed interface Decision {

    /** Public data without personal data needs no grant. */
    record Unneeded() implements Decision {}

    /** People decide; all of these have to say yes. */
    record Referral(Set<Approval> needs, int days) implements Decision {}

    record Refusal(Reason reason) implements Decision {}

    enum Reason {
        NOT_CLASSIFIED,
        SECRET,
        NO_LEGAL_BASIS,
        NO_SPECIAL_BASIS,
        PURPOSE_ENDED,
        LAST_DAY_PASSED
    }
}
