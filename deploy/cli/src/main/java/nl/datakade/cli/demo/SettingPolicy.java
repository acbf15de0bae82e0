package nl.datakade.cli.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.datakade.city.Registration;
import nl.datakade.client.Answer;
import nl.datakade.client.Client;
import nl.datakade.push.Waiting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The owner looks at what the platform suggests to mask, decides where the registration says otherwise, and sets it. What
 * shows more of personal columns is then a proposal, which the owner and a privacy officer approve.
 */
record SettingPolicy(Client client) {
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final int ATTEMPTS = 5;
    private static final Map<String, String> DECIDED_BY = Map.of("owner", "DATA_OWNER", "privacy", "PRIVACY_OFFICER");

    /** What is shown of each request. */
    interface Listener {
        void answered(String person, String method, String path, Answer answer);
    }

    /** Sets what may be seen of a dataset, unless somebody did so before, and returns the policy. */
    Answer set(Registration registration, int version) {
        return set(registration, version, (_, _, _, _) -> {});
    }

    Answer set(Registration registration, int version, Listener listener) {
        String name = registration.name();
        Answer present = Waiting.until(
                        "access to know " + name,
                        Duration.ofSeconds(60),
                        () -> owner().get(path(name)),
                        answer -> answer.status() != 404)
                .required();
        for (int attempt = 0; present.json().path("tables").isEmpty() && attempt < ATTEMPTS; attempt++) {
            var policy = (ObjectNode) suggestion(name).json();
            Registration.Policy decided = registration.policy();
            if (decided != null) {
                decide(policy, decided, labels(name, version));
                policy.put("reason", decided.reason());
            }
            Answer put = owner().put(path(name), policy).required();
            listener.answered("owner", "PUT", path(name), put);
            if (put.status() == ACCEPTED) {
                approve(put, listener);
            }
            present = owner().get(path(name)).required();
        }
        return present;
    }

    /** Each of the two persons for themselves; what changed meanwhile has to be proposed again. */
    private void approve(Answer proposal, Listener listener) {
        String decisions = proposal.json().path("links").path("decisions").asString();
        for (String person : List.of("owner", "privacy")) {
            Answer decision = client.as(person)
                    .post(
                            decisions,
                            Map.of(
                                    "as",
                                    String.valueOf(DECIDED_BY.get(person)),
                                    "approve",
                                    true,
                                    "reason",
                                    "Nodig voor het doel, en niet meer dan dat."));
            if (decision.status() == CONFLICT) {
                return;
            }
            listener.answered(person, "POST", decisions, decision.required());
        }
    }

    /** The suggestion follows the score, which access hears of a moment after it. */
    Answer suggestion(String dataset) {
        return Waiting.until(
                        "a suggestion for the policy of " + dataset,
                        Duration.ofSeconds(60),
                        () -> owner().get(path(dataset) + "/suggestion"),
                        answer -> answer.status() != 404 && answer.status() != CONFLICT)
                .required();
    }

    private Client owner() {
        return client.as("owner");
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
        JsonNode reading = owner().get("/ingest/v1/datasets/" + dataset + "/versions/" + version)
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
