package nl.datakade.cli.demo;

import java.time.Duration;
import java.util.Map;
import nl.datakade.city.Registration;
import nl.datakade.client.Answer;
import nl.datakade.client.Client;
import nl.datakade.push.Waiting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a steward does with the draft that a landing left in the catalogue. Publication is decided by the data owner and the
 * privacy officer, so they do that next.
 */
record Registering(Client steward, People people) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int CHANGED_MEANWHILE = 412;
    private static final int DECIDED_ALREADY = 409;

    /** Says of the draft what is known of it; a dataset that is registered already stays as it is. */
    Answer register(Registration registration) {
        Answer said = describe(registration);
        JsonNode waiting = said.json().path("proposals");
        if (waiting.isEmpty()) {
            return said;
        }
        for (JsonNode proposal : waiting) {
            decide(proposal, "owner", "DATA_OWNER");
            decide(proposal, "privacy", "PRIVACY_OFFICER");
        }
        return steward.get(path(registration.name())).required();
    }

    /** In an earlier run that broke off the owner may have decided already. */
    private void decide(JsonNode proposal, String who, String as) {
        Answer answer = steward.as(who)
                .post(
                        proposal.path("self").asString() + "/decisions",
                        Map.of("as", as, "approve", true, "reason", "Open data van de demostad."));
        if (answer.status() != DECIDED_ALREADY) {
            answer.required();
        }
    }

    private Answer describe(Registration registration) {
        return Waiting.until(
                        "the registration of " + registration.name(),
                        Duration.ofSeconds(60),
                        () -> {
                            Answer draft = draft(registration.name());
                            return draft.json().path("status").asString().equals("REGISTERED")
                                    ? draft
                                    : put(registration, draft);
                        },
                        answer -> answer.status() != CHANGED_MEANWHILE)
                .required();
    }

    /** The catalogue hears of a landing a moment after it. */
    private Answer draft(String name) {
        return Waiting.until(
                        "the catalogue to know " + name,
                        Duration.ofSeconds(60),
                        () -> steward.get(path(name)),
                        answer -> answer.status() != 404)
                .required();
    }

    private Answer put(Registration registration, Answer draft) {
        return steward.put(
                path(registration.name()),
                body(registration),
                "If-Match",
                draft.headers().firstValue("ETag").orElse("*"));
    }

    ObjectNode body(Registration registration) {
        var body = (ObjectNode) registration.dataset().deepCopy();
        body.set("roles", JSON.valueToTree(people.roles()));
        return body;
    }

    static String path(String name) {
        return "/catalog/v1/datasets/" + name;
    }
}
