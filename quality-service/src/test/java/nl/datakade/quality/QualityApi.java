package nl.datakade.quality;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import nl.datakade.testkit.Tokens;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the service over HTTP, as a person with a token of the real Keycloak. */
@TestComponent
public class QualityApi {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Environment environment;

    QualityApi(Environment environment) {
        this.environment = environment;
    }

    /** What came back. */
    public record Answer(int status, JsonNode body) {

        public String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    /** The Keycloak subject of a demo user. */
    public static String subject(String user) {
        var payload = Tokens.of(user).split("\\.", -1)[1];
        return JSON.readTree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .required("sub")
                .asString();
    }

    public Answer get(String path, String token) {
        return send(request(path, token).GET());
    }

    public Answer get(String path, String token, String language) {
        return send(request(path, token).header("Accept-Language", language).GET());
    }

    public Answer post(String path, String token, String body) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer anonymously(String path) {
        return send(HttpRequest.newBuilder(address(path)).GET());
    }

    /** Asks until the answer is as it should be. */
    public Answer until(Callable<Answer> asking, Predicate<Answer> settled) {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(150)).until(asking, settled);
    }

    public Answer score(String dataset, int version, String token) {
        return until(
                () -> get("/quality/v1/datasets/" + dataset + "/versions/" + version + "/score", token),
                answer -> answer.status() == 200);
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + token);
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port") + path);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
