package nl.datakade.cli.api;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Requests and answers, with one sentence for what goes wrong in between. */
final class Transport {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Answer send(String whom, HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new Unreachable(
                    "%s does not answer at %s (%s). Is it running? See ./datakade status."
                            .formatted(
                                    whom,
                                    request.uri().getScheme() + "://"
                                            + request.uri().getAuthority(),
                                    e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("Stopped while waiting for " + whom + ".", e);
        }
    }
}
