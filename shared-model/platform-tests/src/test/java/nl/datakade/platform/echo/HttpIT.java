package nl.datakade.platform.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import nl.datakade.testkit.BackingServices;
import nl.datakade.testkit.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every service answers alike: who gets in, and how errors look. */
@BackingServices("ingest")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.application.name=ingest")
class HttpIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATH = "/echo/v1/announcements";

    @LocalServerPort
    int port;

    @Test
    void nobodyGetsInWithoutAToken() throws Exception {
        problem(post(PATH, null, "{}"), 401, "unauthorized");
        problem(get("/nothing", null), 401, "unauthorized");
        problem(post(PATH, "not.a.token", "{}"), 401, "unauthorized");
    }

    @Test
    void aRoleThatTheRuleDoesNotNameIsRefused() throws Exception {
        problem(
                post(PATH, Tokens.of("analyst"), "{\"slug\":\"x\",\"revisions\":1,\"broken\":false}"),
                403,
                "forbidden");
        problem(get("/actuator/prometheus", Tokens.of("analyst")), 403, "forbidden");
    }

    @Test
    void healthAndTheApiDescriptionAreOpenToAll() throws Exception {
        assertThat(get("/actuator/health/readiness", null).statusCode()).isEqualTo(200);
        var description = get("/ingest/v1/openapi.json", null);
        assertThat(description.statusCode()).isEqualTo(200);
        assertThat(description.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
        assertThat(JSON.readTree(description.body()).required("openapi").asString())
                .startsWith("3.1");
    }

    @Test
    void theApiDescriptionGivesItsVersionWhichEveryAnswerRepeats() throws Exception {
        var description = get("/ingest/v1/openapi.json", null);
        var version = JSON.readTree(description.body()).at("/info/version").asString();
        assertThat(description.headers().firstValue("API-Version")).contains(version);
        assertThat(get("/nothing", null).headers().firstValue("API-Version")).contains(version);
    }

    @Test
    void everyFieldThatIsWrongIsNamedAtOnce() throws Exception {
        var answer =
                problem(post(PATH, admin(), "{\"slug\":\" \",\"revisions\":0,\"broken\":false}"), 400, "invalid-input");
        assertThat(answer.required("errors").findValuesAsString("name")).containsExactlyInAnyOrder("slug", "revisions");
    }

    @Test
    void aMistakeInTheJsonIsGivenByLineAndColumnWithoutQuotingIt() throws Exception {
        var answer = problem(post(PATH, admin(), "{\n  \"slug\": 123456782;\n}"), 400, "invalid-input");
        assertThat(answer.at("/errors/0/line").asInt()).isEqualTo(2);
        assertThat(answer.at("/errors/0/column").asInt()).isPositive();
        assertThat(answer.toString()).doesNotContain("123456782");
    }

    @Test
    void aFieldThatDoesNotExistOrHasAnotherTypeIsNamed() throws Exception {
        var unknown = problem(
                post(PATH, admin(), "{\"slug\":\"x\",\"revisions\":1,\"broken\":false,\"slog\":\"y\"}"),
                400,
                "invalid-input");
        assertThat(unknown.at("/errors/0/name").asString()).isEqualTo("slog");
        assertThat(unknown.at("/errors/0/expected").asString()).contains("broken, revisions, slug");
        var mistyped = problem(post(PATH, admin(), "{\"slug\":\"x\",\"revisions\":\"many\"}"), 400, "invalid-input");
        assertThat(mistyped.at("/errors/0/name").asString()).isEqualTo("revisions");
    }

    @Test
    void whatTheFrameworkRefusesIsAProblemToo() throws Exception {
        problem(get("/nothing", admin()), 404, "not-found");
        problem(post(PATH + "/", admin(), "{}"), 404, "not-found");
        problem(get(PATH, admin()), 405, "method-not-allowed");
        problem(
                send(request(PATH, admin())
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("x"))),
                415,
                "unsupported-media-type");
        problem(
                send(request(PATH, admin())
                        .header("Content-Type", "application/json")
                        .header("Accept", "image/png")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"slug\":\"x\",\"revisions\":1,\"broken\":false}"))),
                406,
                "not-acceptable");
    }

    @Test
    void anErrorThatNobodyForesawKeepsItsMessageToItself() throws Exception {
        var answer =
                problem(post(PATH, admin(), "{\"slug\":\"x\",\"revisions\":1,\"broken\":true}"), 500, "internal-error");
        assertThat(answer.required("traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(answer.toString()).doesNotContain("123456782");
    }

    @Test
    void problemsSpeakDutchToWhoAsksForIt() throws Exception {
        var answer = send(request("/nothing", admin())
                .header("Accept-Language", "nl-NL,nl;q=0.9")
                .GET());
        assertThat(JSON.readTree(answer.body()).required("title").asString()).isEqualTo("Hier is niets");
    }

    @Test
    void aRequestLineThatTheServerItselfRefusesIsAProblemWithoutPage() throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write("GET /a|b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(readAll(socket.getInputStream()), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .doesNotContain("<html")
                    .contains("application/problem+json", "API-Version: 1.0.0");
        }
    }

    private static byte[] readAll(InputStream in) throws IOException {
        return in.readAllBytes();
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        var body = JSON.readTree(answer.body());
        assertThat(body.required("type").asString()).isEqualTo("/problems/" + slug);
        assertThat(body.required("status").asInt()).isEqualTo(status);
        assertThat(body.required("title").asString()).isNotBlank();
        assertThat(body.required("detail").asString()).isNotBlank();
        return body;
    }

    private static String admin() {
        return Tokens.of("admin");
    }

    private HttpResponse<String> get(String path, @Nullable String token) throws Exception {
        return send(request(path, token).GET());
    }

    private HttpResponse<String> post(String path, @Nullable String token, String body) throws Exception {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
