package nl.datakade.portal.api;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands a file over to ingest while it comes in. Ingest is asked first whether it wants the body (Expect: 100-continue),
 * so that a refusal costs nobody the upload, and reaches the visitor.
 */
@Component
public class Landing {

    private static final Logger log = LoggerFactory.getLogger(Landing.class);

    /** After the last byte ingest verifies and writes down; a large file takes a while. */
    private static final Duration PATIENCE = Duration.ofHours(6);

    /**
     * What is handed over.
     *
     * @param department whose it is to be when the dataset is new
     */
    public record Handover(
            String dataset, @Nullable String department, String fileName, String mediaType, InputStream content) {}

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI ingest;
    private final JsonMapper json;
    private final Tracer tracer;
    private final Propagator propagator;

    Landing(
            @Value("${datakade.portal.services.ingest}") URI ingest,
            JsonMapper json,
            Tracer tracer,
            Propagator propagator) {
        this.ingest = ingest;
        this.json = json;
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** The receipt, or why there is none. */
    public Part<Ingest.Delivery> push(Visitor visitor, Handover handover) {
        try {
            var answer = http.send(request(visitor, handover), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 400) {
                return Part.without(ProblemDocument.read(Service.INGEST, answer.statusCode(), answer.body(), json));
            }
            return Part.of(json.readValue(answer.body(), Ingest.Delivery.class));
        } catch (IOException e) {
            log.warn("{} did not take a file: {}", Service.INGEST, e.toString());
            return Part.without(Trouble.away(Service.INGEST));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Part.without(Trouble.away(Service.INGEST));
        }
    }

    private HttpRequest request(Visitor visitor, Handover handover) {
        var address = UriComponentsBuilder.fromUri(ingest)
                .path("/ingest/v1/datasets/{name}/deliveries")
                .encode();
        if (handover.department() != null) {
            address.queryParam("department", "{department}");
        }
        var request = HttpRequest.newBuilder(address.build(handover.dataset(), String.valueOf(handover.department())))
                .timeout(PATIENCE)
                .expectContinue(true)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + visitor.token())
                .header(HttpHeaders.ACCEPT_LANGUAGE, visitor.language().toLanguageTag())
                .header(HttpHeaders.CONTENT_TYPE, handover.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(handover.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .POST(BodyPublishers.ofInputStream(handover::content));
        var span = tracer.currentTraceContext().context();
        if (span != null) {
            propagator.inject(span, request, (_, name, value) -> request.setHeader(name, value));
        }
        return request.build();
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
