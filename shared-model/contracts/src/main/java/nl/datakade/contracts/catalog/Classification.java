package nl.datakade.contracts.catalog;

/** The two axes on which a dataset is classified. */
public record Classification(Confidentiality confidentiality, PersonalData personalData) {}
