package nl.datakade.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API of a running ingest as somebody. */
public final class Http {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final String token;

    private Http(String base, String token) {
        this.base = base;
        this.token = token;
    }

    public static Http as(String token, String base) {
        return new Http(base, token);
    }

    public record Answer(int status, String body, HttpResponse<byte[]> response) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String text(String field) {
            return json().required(field).asString();
        }

        /** The slug of a problem. */
        public String problem() {
            return text("type").replace("/problems/", "");
        }
    }

    public Answer push(String dataset, String content, String... headers) {
        return push(dataset, content.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Answer push(String dataset, byte[] content, String... headers) {
        return post("/ingest/v1/datasets/" + dataset + "/deliveries", content, headers);
    }

    /** To a process that may die before it answers. */
    public void tryToPush(String dataset, String content, String... headers) {
        try {
            push(dataset, content, headers);
        } catch (AssertionError died) {
            if (!(died.getCause() instanceof IOException)) {
                throw died;
            }
        }
    }

    public Answer post(String path, byte[] content, String... headers) {
        return send(request(path, headers).POST(BodyPublishers.ofByteArray(content)));
    }

    public Answer patch(String path, String json, String... headers) {
        var request = request(path, headers).method("PATCH", BodyPublishers.ofString(json));
        return send(request.header("Content-Type", "application/merge-patch+json"));
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Any request; without a body when there are no bytes. */
    public Answer send(String method, String path, byte[] content, String... headers) {
        var body = content.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content);
        return send(request(path, headers).method(method, body));
    }

    public String token() {
        return token;
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response);
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
