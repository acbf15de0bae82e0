package nl.datakade.quality.rule;

/** Who must act. */
public enum Court {
    /** Whoever delivers: send a better file. */
    DEPARTMENT,
    /** The steward of the dataset: correct the registration, or release with a reason. */
    DATA_STEWARD,
    /** Whoever runs the platform: see why it could not be measured. */
    ADMINISTRATOR
}
