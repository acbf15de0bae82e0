package nl.datakade.contracts.catalog;

/** The heaviest kind of personal data in a dataset: none, ordinary (AVG art. 4), special (art. 9), criminal (art. 10). */
public enum PersonalData {
    NONE,
    PERSONAL,
    SPECIAL,
    CRIMINAL
}
