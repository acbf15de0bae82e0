package nl.datakade.portal.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Supplier;
import nl.datakade.portal.visitor.Visitor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Answers of any size: read as they come, or passed on to the browser. */
@Component
public class Answers {

    /** A query may take its time; the service has its own limit. */
    private static final HttpClientSettings PATIENT =
            HttpClientSettings.defaults().withTimeouts(Duration.ofSeconds(2), Duration.ofMinutes(4));

    private static final MediaType CSV = MediaType.valueOf("text/csv");

    /** Takes an answer; only called when there is one. */
    public interface Taker<T> {
        T take(InputStream answer) throws IOException;
    }

    private final RestClient access;
    private final RestClient ingest;
    private final JsonMapper json;

    Answers(
            RestClient.Builder builder,
            JsonMapper json,
            @Value("${datakade.portal.services.access}") String access,
            @Value("${datakade.portal.services.ingest}") String ingest) {
        var patient =
                builder.requestFactory(ClientHttpRequestFactoryBuilder.jdk().build(PATIENT));
        this.access = patient.clone().baseUrl(access).build();
        this.ingest = patient.clone().baseUrl(ingest).build();
        this.json = json;
    }

    /** The first rows of the answer to a question, for a page. */
    public Part<Table> table(Visitor visitor, Access.Question question, int rows) {
        return ask(visitor, question, MediaType.APPLICATION_JSON, answer -> Table.read(answer, rows, json));
    }

    public <T> Part<T> csv(Visitor visitor, Access.Question question, Taker<T> taker) {
        return ask(visitor, question, CSV, taker);
    }

    /** The rows of a version that could not be read, as they stood in the file. */
    public <T> Part<T> rejects(Visitor visitor, String dataset, int version, Taker<T> taker) {
        return take(
                Service.INGEST,
                visitor,
                taker,
                () -> ingest.get()
                        .uri("/ingest/v1/datasets/{name}/versions/{version}/rejects", dataset, version)
                        .accept(CSV, MediaType.APPLICATION_PROBLEM_JSON));
    }

    private <T> Part<T> ask(Visitor visitor, Access.Question question, MediaType as, Taker<T> taker) {
        return take(
                Service.ACCESS,
                visitor,
                taker,
                () -> access.method(HttpMethod.POST)
                        .uri("/access/v1/queries")
                        .accept(as)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(question));
    }

    private <T> Part<T> take(
            Service service, Visitor visitor, Taker<T> taker, Supplier<RestClient.RequestHeadersSpec<?>> call) {
        try {
            return call.get()
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + visitor.token())
                    .header(HttpHeaders.ACCEPT_LANGUAGE, visitor.language().toLanguageTag())
                    .exchangeForRequiredValue((_, answer) -> {
                        var status = answer.getStatusCode();
                        if (status.isError()) {
                            var body = answer.getBody().readAllBytes();
                            return Part.<T>without(ProblemDocument.read(service, status.value(), body, json));
                        }
                        return Part.of(taker.take(answer.getBody()));
                    });
        } catch (ResourceAccessException e) {
            return Part.without(Trouble.away(service));
        }
    }
}
