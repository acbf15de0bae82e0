package nl.datakade.catalog;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.datakade.testkit.Tokens;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue as its users reach it: over HTTP, with tokens of the real Keycloak. */
@Component
public class CatalogApi {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> people = new ConcurrentHashMap<>();
    private final Environment environment;

    CatalogApi(Environment environment) {
        this.environment = environment;
    }

    /** What came back. */
    public record Answer(int status, Map<String, String> headers, String body) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String etag() {
            return String.valueOf(headers.get("etag"));
        }

        /** A member of the answer, by a path such as {@code /errors/0/name}. */
        public String at(String pointer) {
            return json().at(pointer).asString();
        }
    }

    public String address() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    public Answer get(String path, String token) {
        return send(request(path, token).GET());
    }

    public Answer put(String path, String token, String body, String... headers) {
        return send(headed(request(path, token), headers)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer post(String path, String token, String body, String... headers) {
        return send(headed(request(path, token), headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer get(String path, String token, String accept) {
        return send(request(path, token).header("Accept", accept).GET());
    }

    public Answer patch(String path, String token, String body, String... headers) {
        return send(headed(request(path, token), headers)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The Keycloak subject of a demo user. */
    public String person(String username) {
        return people.computeIfAbsent(
                username,
                wanted -> get("/catalog/v1/people?q=" + wanted, Tokens.of("admin"))
                        .json()
                        .get("items")
                        .valueStream()
                        .filter(person -> person.get("username").asString().equals(wanted))
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .asString());
    }

    /** A path for a dataset that no other test has. */
    public static String newDataset(String prefix) {
        return "/catalog/v1/datasets/" + newName(prefix);
    }

    public static String newName(String prefix) {
        return prefix + "-" + "x" + UUID.randomUUID().toString().replace("-", "");
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(address() + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en");
    }

    private static HttpRequest.Builder headed(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            var headers = new ConcurrentHashMap<String, String>();
            response.headers()
                    .map()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            return new Answer(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
