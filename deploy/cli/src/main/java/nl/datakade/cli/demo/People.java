package nl.datakade.cli.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.datakade.client.Client;
import tools.jackson.databind.JsonNode;

/** Who fills which role on the demo's datasets, as the catalogue knows them. */
final class People {
    private static final Map<String, String> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put("DATA_OWNER", "owner");
        ROLES.put("SOURCE_HOLDER", "steward");
        ROLES.put("DATA_STEWARD", "steward");
        ROLES.put("CUSTODIAN", "admin");
        ROLES.put("ACCESS_GRANTOR", "grantor");
        ROLES.put("PRIVACY_OFFICER", "privacy");
    }

    private final Client steward;
    private final Map<String, String> subjects = new ConcurrentHashMap<>();

    People(Client steward) {
        this.steward = steward;
    }

    List<Map<String, String>> roles() {
        return ROLES.entrySet().stream()
                .map(role -> Map.of("role", role.getKey(), "person", subject(role.getValue())))
                .toList();
    }

    private String subject(String username) {
        return subjects.computeIfAbsent(username, this::find);
    }

    private String find(String username) {
        JsonNode found =
                steward.get("/catalog/v1/people?q=" + username).required().json();
        for (JsonNode person : found.path("items")) {
            if (person.path("username").asString().equals(username)) {
                return person.path("id").asString();
            }
        }
        throw new IllegalStateException("The identity provider does not know the demo user " + username + ".");
    }
}
