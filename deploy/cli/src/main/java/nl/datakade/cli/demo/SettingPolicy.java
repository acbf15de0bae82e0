package nl.datakade.cli.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import nl.datakade.cli.api.Answer;
import nl.datakade.cli.api.Client;
import nl.datakade.cli.city.Registration;
import nl.datakade.cli.push.Waiting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The owner looks at what the platform proposes to mask, decides where the registration says otherwise, and sets it. */
record SettingPolicy(Client owner) {

    /** Sets what may be seen of a dataset, unless somebody did so before. */
    Answer set(Registration registration, int version) {
        Answer present = Waiting.until(
                        "access to know " + registration.name(),
                        Duration.ofSeconds(60),
                        () -> owner.get(path(registration.name())),
                        answer -> answer.status() != 404)
                .required();
        if (!present.json().path("tables").isEmpty()) {
            return present;
        }
        var policy = (ObjectNode) proposal(registration.name()).json();
        Registration.Policy decided = registration.policy();
        if (decided != null) {
            decide(policy, decided, labels(registration.name(), version));
        }
        return owner.put(path(registration.name()), policy).required();
    }

    /** The proposal follows the score, which access hears of a moment after it. */
    Answer proposal(String dataset) {
        return Waiting.until(
                        "a proposal for the policy of " + dataset,
                        Duration.ofSeconds(60),
                        () -> owner.get(path(dataset) + "/proposal"),
                        answer -> answer.status() != 404 && answer.status() != 409)
                .required();
    }

    private static void decide(ObjectNode policy, Registration.Policy decided, Map<Integer, String> labels) {
        for (JsonNode table : policy.path("tables")) {
            for (JsonNode column : table.path("columns")) {
                String label = labels.getOrDefault(column.path("id").asInt(), "");
                JsonNode treatment = decided.columns().get(label);
                if (treatment != null) {
                    ((ObjectNode) column).set("treatment", treatment);
                }
            }
        }
    }

    /** The department's own label of each column, by the column's number. */
    private Map<Integer, String> labels(String dataset, int version) {
        var labels = new HashMap<Integer, String>();
        JsonNode reading = owner.get("/ingest/v1/datasets/" + dataset + "/versions/" + version)
                .required()
                .json();
        for (JsonNode table : reading.path("tables")) {
            for (JsonNode column : table.path("columns")) {
                labels.put(column.path("id").asInt(), column.path("label").asString(""));
            }
        }
        return labels;
    }

    static String path(String dataset) {
        return "/access/v1/datasets/" + dataset + "/policy";
    }
}
