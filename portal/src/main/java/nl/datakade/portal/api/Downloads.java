package nl.datakade.portal.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Answers that are passed on to the browser as they come, whatever their size. */
@Component
public class Downloads {

    /** Where an answer goes; only called when there is one. */
    public interface Sink {
        void accept(InputStream answer) throws IOException;
    }

    private final RestClient client;
    private final JsonMapper json;

    Downloads(RestClient.Builder builder, JsonMapper json, @Value("${datakade.portal.services.access}") URI access) {
        this.client = builder.baseUrl(access).build();
        this.json = json;
    }

    /** The answer to a question as CSV; null when it was passed on, else why not. */
    public @Nullable Trouble csv(Visitor visitor, Access.Question question, Sink sink) {
        try {
            return client.post()
                    .uri("/access/v1/queries")
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + visitor.token())
                    .header(HttpHeaders.ACCEPT_LANGUAGE, visitor.language().toLanguageTag())
                    .accept(MediaType.valueOf("text/csv"))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(question)
                    .exchange((_, answer) -> {
                        var status = answer.getStatusCode();
                        if (status.isError()) {
                            return ProblemDocument.read(
                                    Service.ACCESS,
                                    status.value(),
                                    answer.getBody().readAllBytes(),
                                    json);
                        }
                        sink.accept(answer.getBody());
                        return null;
                    });
        } catch (ResourceAccessException e) {
            return Trouble.away(Service.ACCESS);
        }
    }
}
