package nl.datakade.catalog.vocabulary;

import nl.datakade.contracts.catalog.Role;

/** What each of the fixed roles of data governance does. */
enum RoleDuty {
    DATA_OWNER(
            Role.DATA_OWNER,
            "Data-eigenaar",
            "Data owner",
            "Eindverantwoordelijk: keurt classificatie, beleid en publicatie goed.",
            "Accountable: approves classification, policy and publication."),
    SOURCE_HOLDER(
            Role.SOURCE_HOLDER,
            "Bronhouder",
            "Source holder",
            "Wint de gegevens in, houdt ze bij en handelt terugmeldingen af.",
            "Collects and maintains the data and handles reports of errors."),
    DATA_STEWARD(
            Role.DATA_STEWARD,
            "Data steward",
            "Data steward",
            "Beschrijft de dataset, bewaakt de kwaliteit en is het aanspreekpunt.",
            "Describes the dataset, guards its quality and is the point of contact."),
    CUSTODIAN(
            Role.CUSTODIAN,
            "Technisch beheerder",
            "Custodian",
            "Zorgt voor opslag, sleutels en bewaartermijnen.",
            "Sees to storage, keys and retention."),
    ACCESS_GRANTOR(
            Role.ACCESS_GRANTOR,
            "Toegangsverlener",
            "Access grantor",
            "Verleent toegang en trekt die weer in.",
            "Grants and revokes access."),
    PRIVACY_OFFICER(
            Role.PRIVACY_OFFICER,
            "Privacy officer",
            "Privacy officer",
            "Toetst elk gebruik van persoonsgegevens en houdt het register van verwerkingen bij.",
            "Judges every use of personal data and keeps the register of processing activities.");

    private final Role role;
    private final String nl;
    private final String en;
    private final String dutyNl;
    private final String dutyEn;

    RoleDuty(Role role, String nl, String en, String dutyNl, String dutyEn) {
        this.role = role;
        this.nl = nl;
        this.en = en;
        this.dutyNl = dutyNl;
        this.dutyEn = dutyEn;
    }

    Role role() {
        return role;
    }

    Label label() {
        return new Label(nl, en);
    }

    Label duty() {
        return new Label(dutyNl, dutyEn);
    }
}
