package nl.datakade.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import nl.datakade.testkit.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service over HTTP, as one of the demo's people. */
record Api(int port, String person) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    /** What came back. */
    record Answer(int status, String body, HttpResponse<String> response) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        String text(String pointer) {
            return json().at(pointer).asString();
        }

        String type() {
            return text("/type");
        }
    }

    /** The person's subject in Keycloak. */
    static String subject(String person) {
        var payload = Base64.getUrlDecoder().decode(Tokens.of(person).split("\\.", -1)[1]);
        return JSON.readTree(payload).path("sub").asString();
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer post(String path, Object body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(text(body))));
    }

    Answer put(String path, Object body, String... headers) {
        var request = request(path).PUT(HttpRequest.BodyPublishers.ofString(text(body)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer query(String purpose, String sql) {
        return post("/access/v1/queries", java.util.Map.of("purpose", purpose, "sql", sql));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + Tokens.of(person))
                .header("Content-Type", "application/json");
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object body) {
        return body instanceof String string ? string : JSON.writeValueAsString(body);
    }
}
