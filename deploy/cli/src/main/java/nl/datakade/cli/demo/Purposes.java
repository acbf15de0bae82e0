package nl.datakade.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import nl.datakade.client.Answer;
import nl.datakade.client.Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The city's processing activities: the purposes for which data may be asked. */
record Purposes(Client privacyOfficer) {
    private static final JsonMapper JSON = new JsonMapper();
    static final String PATH = "/access/v1/activities";

    /** Enters the one with this slug in the register, if it is not there yet. */
    Answer enter(String slug) {
        Answer known = privacyOfficer.get(PATH + "/" + slug);
        return known.status() == 404 ? privacyOfficer.post(PATH, body(slug)).required() : known.required();
    }

    void enterAll() {
        for (JsonNode activity : all()) {
            enter(activity.path("slug").asString());
        }
    }

    private static JsonNode body(String slug) {
        for (JsonNode activity : all()) {
            if (activity.path("slug").asString().equals(slug)) {
                return activity;
            }
        }
        throw new IllegalStateException("The demo has no processing activity " + slug + ".");
    }

    private static JsonNode all() {
        try (InputStream json = Purposes.class.getResourceAsStream("activities.json")) {
            return JSON.readTree(Objects.requireNonNull(json));
        } catch (IOException e) {
            throw new IllegalStateException("The demo's processing activities cannot be read.", e);
        }
    }
}
