package nl.datakade.access.request;

/** Whose yes a request may take. */
enum Approval {
    /** the access grantor of the dataset */
    GRANTOR,
    /** somebody who guards privacy */
    PRIVACY
}
