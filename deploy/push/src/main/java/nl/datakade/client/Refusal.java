package nl.datakade.client;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The platform answered that it will not; the message is for people, from its problem document. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    /** A sentence on what was wrong, another for each field, and what to do. */
    static Refusal of(Answer answer) {
        JsonNode problem = answer.json();
        var text = new StringBuilder(problem.path("title").asString("HTTP " + answer.status()));
        add(text, ": ", problem.path("detail").asString(null));
        for (JsonNode error : problem.path("errors")) {
            add(text, "\n  ", error.toString());
        }
        add(text, "\n", problem.path("remedy").asString(null));
        return new Refusal(answer.status(), text.toString());
    }

    private static void add(StringBuilder text, String between, @Nullable String part) {
        if (part != null && !part.isBlank()) {
            text.append(between).append(part);
        }
    }

    public int status() {
        return status;
    }
}
