package nl.datakade.portal.api;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A service's problem document as it comes over the line. */
final class ProblemDocument {

    public @Nullable String type;
    public @Nullable String title;
    public @Nullable String detail;
    public @Nullable String remedy;
    public @Nullable String traceId;
    public @Nullable List<Trouble.Place> errors;

    @JsonAnySetter
    public Map<String, Object> members = new HashMap<>();

    static Trouble read(Service service, RestClientResponseException answer, JsonMapper json) {
        return read(service, answer.getStatusCode().value(), answer.getResponseBodyAsByteArray(), json);
    }

    static Trouble read(Service service, int status, byte[] body, JsonMapper json) {
        try {
            return json.readValue(body, ProblemDocument.class).trouble(service, status);
        } catch (JacksonException e) {
            return new ProblemDocument().trouble(service, status);
        }
    }

    private Trouble trouble(Service service, int status) {
        return new Trouble(
                service,
                status,
                type == null ? null : type.substring(type.lastIndexOf('/') + 1),
                title,
                detail,
                remedy,
                traceId,
                errors == null ? List.of() : errors,
                members);
    }
}
