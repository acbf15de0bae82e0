package nl.datakade.contracts.catalog;

/** The fixed roles of data governance, per dataset. */
public enum Role {
    DATA_OWNER,
    SOURCE_HOLDER,
    DATA_STEWARD,
    CUSTODIAN,
    ACCESS_GRANTOR,
    PRIVACY_OFFICER
}
