package nl.datakade.client;

import java.net.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What the platform answered. */
public record Answer(int status, HttpHeaders headers, String text) {
    private static final JsonMapper JSON = new JsonMapper();

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The body as JSON; missing when it is none. */
    public JsonNode json() {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** This answer, when it is a success. */
    public Answer required() {
        if (!isSuccess()) {
            throw Refusal.of(this);
        }
        return this;
    }
}
