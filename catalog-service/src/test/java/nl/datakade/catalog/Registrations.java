package nl.datakade.catalog;

/** Bodies of registrations. */
public final class Registrations {

    private Registrations() {}

    /** Lacks nothing, with the demo's steward, owner and grantor in their roles. */
    public static String complete(CatalogApi api, String department) {
        return complete(api, department, "Fietstellingen", "Aantallen fietsers per telpunt per uur.");
    }

    public static String complete(CatalogApi api, String department, String title, String description) {
        return """
                {"title": "%s", "description": "%s", "department": "%s",
                 "themes": ["TRAN"], "keywords": ["fiets"],
                 "classification": {"confidentiality": "INTERNAL", "personalData": "NONE", "reason": "5.1 2e"},
                 "roles": %s}""".formatted(title, description, department, roles(api));
    }

    public static String roles(CatalogApi api) {
        return """
                [{"role": "DATA_OWNER", "person": "%s"}, {"role": "DATA_STEWARD", "person": "%s"},
                 {"role": "ACCESS_GRANTOR", "person": "%s"}]""".formatted(api.person("owner"), api.person("steward"), api.person("grantor"));
    }
}
