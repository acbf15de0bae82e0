package nl.datakade.access.disclosure;

/** What a record of the log is about. */
public enum Kind {
    /** How a query was decided, before its first row left. */
    DECISION,
    /** How the answer to a query ended. */
    OUTCOME,
    /** Somebody read rows that were rejected. */
    REJECTS,
    /** Somebody read a profile. */
    PROFILE,
    /** Somebody took a copy of the log. */
    EXPORT,
    /** Somebody read the statement of a query. */
    STATEMENT_READ,

    CLASSIFICATION_CHANGED,
    POLICY_SET,
    PROPOSAL_MADE,
    PROPOSAL_APPROVED,
    PROPOSAL_REFUSED,
    CLEARANCE_GIVEN,
    CLEARANCE_WITHDRAWN,
    ACTIVITY_CHANGED,
    REQUEST_SUBMITTED,
    REQUEST_APPROVED,
    REQUEST_REFUSED,
    GRANT_GIVEN,
    GRANT_SUSPENDED,
    GRANT_RESUMED,
    GRANT_GIVEN_BACK,
    GRANT_REVOKED,
    GRANT_EXPIRED
}
