package nl.datakade.contracts.catalog;

import org.jspecify.annotations.Nullable;

/** The fixed roles of data governance, per dataset, and what somebody has to be to count in them. */
public enum Role {
    DATA_OWNER("owner", true),
    SOURCE_HOLDER(null, true),
    DATA_STEWARD(null, true),
    CUSTODIAN(null, false),
    ACCESS_GRANTOR("grantor", true),
    PRIVACY_OFFICER("privacy", false);

    private final @Nullable String realmRole;
    private final boolean ofDepartment;

    Role(@Nullable String realmRole, boolean ofDepartment) {
        this.realmRole = realmRole;
        this.ofDepartment = ofDepartment;
    }

    /** The realm role without which nobody decides as this; null for a role that decides about nobody. */
    public @Nullable String realmRole() {
        return realmRole;
    }

    /** Whether only a member of the dataset's department counts. */
    public boolean isOfDepartment() {
        return ofDepartment;
    }
}
