package nl.datakade.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running service by its own API description, seen from outside. */
final class NlGovApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Environment environment;

    NlGovApi(Environment environment) {
        this.environment = environment;
    }

    /** One operation of the description. */
    record Endpoint(String method, String path, String basePath, JsonNode operation) {

        /** An address that the path matches; there is nothing at it. */
        String examplePath() {
            var example = basePath + path;
            for (var parameter : operation.path("parameters")) {
                example = example.replace("{" + parameter.path("name").asString() + "}", example(parameter));
            }
            return example;
        }

        private static String example(JsonNode parameter) {
            if (parameter.at("/schema/type").asString().equals("integer")) {
                return "1";
            }
            var isId = parameter.at("/schema/format").asString().equals("uuid");
            return isId ? "00000000-0000-7000-8000-000000000000" : "nl-gov-example";
        }

        /** An address with this in the place of every variable; null for a path without. */
        @Nullable
        String absurdPath(String value) {
            return path.contains("{")
                    ? basePath + path.replaceAll("\\{[a-zA-Z]+}", Matcher.quoteReplacement(value))
                    : null;
        }

        /** It asks for no security scheme at all. */
        boolean isPublic() {
            return operation.has("security") && operation.path("security").isEmpty();
        }

        Set<String> statuses() {
            return names(operation.path("responses"));
        }

        Set<String> bodyTypes() {
            return names(operation.at("/requestBody/content"));
        }

        List<String> queryParameters() {
            return query(_ -> true);
        }

        /** Those that have one value. */
        List<String> singleParameters() {
            return query(parameter -> !parameter.at("/schema/type").asString().equals("array"));
        }

        private List<String> query(Predicate<JsonNode> which) {
            return operation
                    .path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.path("in").asString().equals("query"))
                    .filter(which)
                    .map(parameter -> parameter.path("name").asString())
                    .toList();
        }

        /** Its answers of success that have a body are all JSON. */
        boolean answersJson() {
            var types = operation.path("responses").properties().stream()
                    .filter(answer -> answer.getKey().startsWith("2"))
                    .flatMap(answer -> names(answer.getValue().path("content")).stream())
                    .collect(Collectors.toSet());
            return types.equals(Set.of("application/json"));
        }

        @Override
        public String toString() {
            return method + " " + basePath + path;
        }
    }

    record Answer(int status, HttpResponse<String> response) {

        String header(String name) {
            return String.join(", ", response.headers().allValues(name));
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            return JSON.readTree(body());
        }

        String at(String pointer) {
            return json().at(pointer).asString();
        }
    }

    String basePath() {
        return environment.getRequiredProperty("datakade.api.base-path");
    }

    String version() {
        return environment.getRequiredProperty("datakade.api.version");
    }

    String openApiPath() {
        return basePath() + "/openapi.json";
    }

    List<Endpoint> endpoints() {
        return anonymous("GET", openApiPath()).json().path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> new Endpoint(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                basePath(),
                                operation.getValue())))
                .toList();
    }

    Set<String> methodsOf(String path) {
        return endpoints().stream()
                .filter(endpoint -> endpoint.path().equals(path))
                .map(Endpoint::method)
                .collect(Collectors.toSet());
    }

    Answer anonymous(String method, String path) {
        return answer(request(path).method(method, BodyPublishers.noBody()));
    }

    /** As an administrator, who is not stopped by roles. */
    Answer send(String method, String path) {
        return answer(signed(path).method(method, BodyPublishers.noBody()));
    }

    Answer send(String method, String path, String contentType, BodyPublisher body) {
        return answer(signed(path).header("Content-Type", contentType).method(method, body));
    }

    Answer sendAccepting(String mediaType, String path) {
        return answer(signed(path).header("Accept", mediaType).GET());
    }

    Answer sendSpeaking(String language, String path) {
        return answer(signed(path).header("Accept-Language", language).GET());
    }

    /** As an administrator, with an address and headers that a well-behaved client would not send: as these bytes. */
    RawAnswer sendRaw(String method, String path, String... headers) {
        var request =
                new StringBuilder("%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n".formatted(method, path));
        request.append("Authorization: Bearer ").append(Tokens.of("admin")).append("\r\n");
        for (var header : headers) {
            request.append(header).append("\r\n");
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            request.append("Content-Length: 0\r\n");
        }
        var port = Integer.parseInt(environment.getRequiredProperty("local.server.port"));
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.UTF_8));
            return RawAnswer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came over the wire. */
    record RawAnswer(int status, String text) {

        static RawAnswer of(String text) {
            return new RawAnswer(Integer.parseInt(text.substring(9, 12)), text);
        }
    }

    private HttpRequest.Builder signed(String path) {
        return request(path).header("Authorization", "Bearer " + Tokens.of("admin"));
    }

    private HttpRequest.Builder request(String path) {
        var port = environment.getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private Answer answer(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }
}
