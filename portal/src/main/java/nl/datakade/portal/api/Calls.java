package nl.datakade.portal.api;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.json.JsonMapper;

/** Asks services, side by side where a page needs several; a service that is away costs its own part of the page only. */
@Component
public class Calls {

    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    private final JsonMapper json;
    private final ExecutorService threads = ContextExecutorService.wrap(
            Executors.newVirtualThreadPerTaskExecutor(),
            ContextSnapshotFactory.builder().build()::captureAll);

    Calls(JsonMapper json) {
        this.json = json;
    }

    /** Starts the call now; {@code join} waits for its answer. */
    public <T> CompletableFuture<Part<T>> ask(Service service, Supplier<T> call) {
        return CompletableFuture.supplyAsync(() -> now(service, call), threads);
    }

    public <T> Part<T> now(Service service, Supplier<T> call) {
        try {
            return Part.of(call.get());
        } catch (RestClientResponseException e) {
            var trouble = ProblemDocument.read(service, e, json);
            if (trouble.isAway()) {
                log.warn("{} answered {} (trace {})", service, trouble.status(), trouble.traceId());
            }
            return Part.without(trouble);
        } catch (RestClientException e) {
            log.warn("{} did not answer: {}", service, e.getMostSpecificCause().toString());
            return Part.without(Trouble.away(service));
        }
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
