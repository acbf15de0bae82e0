package nl.datakade.contracts.catalog;

/** Who may know that a dataset's content exists at all: openbaar, intern, vertrouwelijk, geheim. */
public enum Confidentiality {
    PUBLIC,
    INTERNAL,
    CONFIDENTIAL,
    SECRET
}
