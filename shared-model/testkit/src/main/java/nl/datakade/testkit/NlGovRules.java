package nl.datakade.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.datakade.testkit.NlGovApi.Answer;
import nl.datakade.testkit.NlGovApi.Endpoint;
import nl.datakade.testkit.NlGovApi.RawAnswer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.env.Environment;

/**
 * What the NLGov REST API Design Rules ask of a running service, as far as it shows from outside: every endpoint of its
 * API description is tried. A service's test extends it and gives it the environment of its context:
 *
 * {@snippet :
 * @CatalogContext
 * class NlGovIT extends NlGovRules {
 *     NlGovIT(Environment environment) {
 *         super(environment);
 *     }
 * }
 * }
 */
public abstract class NlGovRules {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final NlGovApi api;

    protected NlGovRules(Environment environment) {
        this.api = new NlGovApi(environment);
    }

    /** /core/publish-openapi, /core/doc-openapi-contact, /core/uri-version, /core/semver */
    @Test
    void theApiDescriptionIsPublicAndComplete() throws IOException {
        var answer = api.anonymous("GET", api.openApiPath());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        Files.writeString(Path.of("target", "openapi.json"), answer.body()); // for the official linter
        var document = answer.json();
        assertThat(document.at("/openapi").asString()).startsWith("3.1");
        assertThat(document.at("/info/version").asString()).matches("\\d+\\.\\d+\\.\\d+");
        for (var field : List.of("name", "email", "url")) {
            assertThat(document.at("/info/contact/" + field).asString())
                    .as(field)
                    .isNotBlank();
        }
        assertThat(document.at("/servers/0/url").asString())
                .startsWith("https://")
                .matches(".*/v\\d+");
        assertThat(api.endpoints()).isNotEmpty().allSatisfy(endpoint -> {
            assertThat(endpoint.path()).matches("(/([a-z0-9-]+|\\{[a-zA-Z]+}))+");
            assertThat(endpoint.operation().at("/summary").asString())
                    .as("summary of " + endpoint)
                    .isNotBlank();
            assertThat(endpoint.queryParameters()).allMatch(name -> name.matches("[a-z][a-zA-Z0-9]*"));
            assertThat(endpoint.statuses()).as("answers of " + endpoint).contains("400", "401", "403");
        });
    }

    /** /core/error-handling/problem-details on what the framework itself refuses; what is public says so itself */
    @TestFactory
    Stream<DynamicTest> nothingIsAnsweredWithoutAToken() {
        return each(api.endpoints(), endpoint -> {
            var answer = api.anonymous(endpoint.method(), endpoint.examplePath());
            if (endpoint.isPublic()) {
                assertThat(answer.status()).isEqualTo(200);
                return;
            }
            problem(answer, 401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        });
    }

    /** /core/no-trailing-slash */
    @TestFactory
    Stream<DynamicTest> aTrailingSlashIsAnotherAddress() {
        return each(
                api.endpoints(), endpoint -> problem(api.send(endpoint.method(), endpoint.examplePath() + "/"), 404));
    }

    /** /core/http-methods */
    @TestFactory
    Stream<DynamicTest> aMethodThatAnAddressDoesNotKnowIsRefusedWithThoseItKnows() {
        return each(api.endpoints(), endpoint -> {
            var known = api.methodsOf(endpoint.path());
            var unknown =
                    METHODS.stream().filter(method -> !known.contains(method)).findFirst();
            if (unknown.isPresent()) {
                var answer = api.send(unknown.get(), endpoint.examplePath());
                problem(answer, 405);
                assertThat(answer.header("Allow")).contains(endpoint.method());
            }
        });
    }

    /** /core/http-response-code: 415 for a body of another type */
    @TestFactory
    Stream<DynamicTest> aBodyOfAnotherTypeIsRefused() {
        return each(
                api.endpoints().stream()
                        .filter(endpoint -> endpoint.bodyTypes().contains("application/json"))
                        .toList(),
                endpoint -> problem(
                        api.send(
                                endpoint.method(), endpoint.examplePath(), "image/gif", BodyPublishers.ofString("GIF")),
                        415));
    }

    /** /core/error-handling/invalid-input */
    @TestFactory
    Stream<DynamicTest> aBodyThatIsNoJsonIsInvalidInput() {
        return each(
                api.endpoints().stream()
                        .filter(endpoint -> endpoint.bodyTypes().contains("application/json"))
                        .toList(),
                endpoint -> {
                    var answer = api.send(
                            endpoint.method(),
                            endpoint.examplePath(),
                            "application/json",
                            BodyPublishers.ofString("{\"unfinished"));
                    problem(answer, 400);
                    assertThat(answer.at("/errors/0/expected")).isNotBlank();
                });
    }

    /** A JSON document is read as a whole, so a long one would take the memory of all; its length may not be said first. */
    @TestFactory
    Stream<DynamicTest> aBodyThatIsTooLongIsRefusedWhileItComes() {
        return each(
                api.endpoints().stream()
                        .filter(endpoint -> endpoint.bodyTypes().equals(Set.of("application/json")))
                        .toList(),
                endpoint -> {
                    var body = " ".repeat(2_000_000).getBytes(StandardCharsets.US_ASCII);
                    for (var publisher : List.of(
                            BodyPublishers.ofByteArray(body),
                            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
                        var answer = api.send(endpoint.method(), endpoint.examplePath(), "application/json", publisher);
                        problem(answer, 413);
                        assertThat(answer.at("/type")).isEqualTo("/problems/body-too-large");
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> aBodyThatIsTooDeepIsInvalidInput() {
        return each(
                api.endpoints().stream()
                        .filter(endpoint -> endpoint.bodyTypes().contains("application/json"))
                        .toList(),
                endpoint -> problem(
                        api.send(
                                endpoint.method(),
                                endpoint.examplePath(),
                                "application/json",
                                BodyPublishers.ofString("{\"nlGovUnknown\": " + "[".repeat(100_000))),
                        400));
    }

    /** What percents stand for has to be text, wherever they are. */
    @TestFactory
    Stream<DynamicTest> aQueryThatIsNoTextIsInvalidInput() {
        return each(api.endpoints(), endpoint -> {
            for (var query : List.of("x=%FF", "x=%", "x=%zz", "%FF=1", "a=1&%C0%80=2&b=%ED%A0%80")) {
                refused(api.sendRaw(endpoint.method(), endpoint.examplePath() + "?" + query), 400);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> anAbsurdPathIsRefusedWithAProblem() {
        return each(api.endpoints(), endpoint -> {
            for (var value : List.of(
                    "%FF",
                    "%zz",
                    "%00",
                    "%0a",
                    "%2F",
                    "..",
                    "-1",
                    "99999999999999999999",
                    "'%20or%201=1",
                    "%E2%80%AE",
                    "a;b=c",
                    "x".repeat(3000))) {
                var path = endpoint.absurdPath(value);
                if (path != null) {
                    problemOrSuccess(api.sendRaw(endpoint.method(), path));
                }
            }
        });
    }

    /** Control characters, and text in whatever encoding: a header may hold any bytes. */
    @TestFactory
    Stream<DynamicTest> aHeaderThatIsNotAsciiIsNoErrorOfTheService() {
        return each(api.endpoints(), endpoint -> {
            for (var header : List.of(
                    "If-Match",
                    "If-None-Match",
                    "Accept",
                    "Accept-Language",
                    "Content-Type",
                    "Range",
                    "Idempotency-Key",
                    "Prefer")) {
                for (var value : List.of("\"\u00e9\u0081\"", "\u4f60\u597d", "\"")) {
                    problemOrSuccess(api.sendRaw(endpoint.method(), endpoint.examplePath(), header + ": " + value));
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aMethodThatNobodyKnowsIsRefused() {
        return each(api.endpoints(), endpoint -> {
            for (var method : List.of("TRACE", "PROPFIND", "get")) {
                var answer = api.sendRaw(method, endpoint.examplePath());
                assertThat(answer.status()).as(method).isBetween(400, 499);
            }
        });
    }

    /** What is not understood is refused, never ignored. */
    @TestFactory
    Stream<DynamicTest> aParameterThatIsNotKnownIsNamedWithThoseThatAre() {
        return each(api.endpoints(), endpoint -> {
            if (endpoint.isPublic()) {
                return;
            }
            var answer = sendWithQuery(endpoint, "nlGovUnknown=1");
            problem(answer, 400);
            assertThat(answer.at("/errors/0/in")).isEqualTo("query");
            assertThat(answer.at("/errors/0/name")).isEqualTo("nlGovUnknown");
            for (var known : endpoint.queryParameters()) {
                assertThat(answer.at("/errors/0/expected")).contains(known);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aParameterOfOneValueIsGivenOnce() {
        return each(api.endpoints(), endpoint -> {
            for (var name : endpoint.singleParameters()) {
                var answer = sendWithQuery(endpoint, "%1$s=1&%1$s=1".formatted(name));
                problem(answer, 400);
                assertThat(answer.json().at("/errors").findValuesAsString("name"))
                        .contains(name);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aFieldThatIsNotKnownIsNamed() {
        return each(
                api.endpoints().stream()
                        .filter(endpoint -> endpoint.bodyTypes().equals(Set.of("application/json")))
                        .toList(),
                endpoint -> {
                    var answer = api.send(
                            endpoint.method(),
                            endpoint.examplePath(),
                            "application/json",
                            BodyPublishers.ofString("{\"nlGovUnknown\": 1}"));
                    if (endpoint.method().equals("PATCH") && answer.status() == 404) {
                        return; // a patch is checked against what it changes, and here is nothing
                    }
                    problem(answer, 400);
                    assertThat(answer.json().at("/errors").findValuesAsString("name"))
                            .contains("nlGovUnknown");
                });
    }

    /** No answer is labelled as what it is not. */
    @TestFactory
    Stream<DynamicTest> anotherFormThanJsonIsNotAcceptable() {
        return each(api.endpoints().stream().filter(Endpoint::answersJson).toList(), endpoint -> {
            for (var type : List.of("application/ld+json", "image/gif", "text/html, application/xml;q=0.9")) {
                var answer = api.sendRaw(endpoint.method(), endpoint.examplePath(), "Accept: " + type);
                if (answer.status() == 415 || answer.status() == 400) {
                    continue; // its body was looked at first
                }
                refused(answer, 406);
            }
        });
    }

    @Test
    void whatNobodyCanGiveIsNotAcceptable() {
        problem(api.sendAccepting("image/gif", api.openApiPath()), 406);
    }

    @Test
    void anUnknownAddressIsNotFound() {
        problem(api.send("GET", api.basePath() + "/there-is-nothing-here"), 404);
    }

    /** The servlet container refuses it before the service sees it, so the service's headers are not there. */
    @Test
    void anAddressThatIsNoneIsAProblemToo() {
        document(api.send("GET", api.basePath() + "/%2e%2e%2f%2e%2e%2fetc"), 400);
    }

    @Test
    void problemsSpeakTheCallersLanguage() {
        var path = api.basePath() + "/there-is-nothing-here";

        assertThat(api.sendSpeaking("nl", path).at("/title")).isEqualTo("Hier is niets");
        assertThat(api.sendSpeaking("en", path).at("/title")).isEqualTo("Nothing here");
    }

    private Answer sendWithQuery(Endpoint endpoint, String query) {
        var path = endpoint.examplePath() + "?" + query;
        var types = endpoint.bodyTypes();
        return types.isEmpty()
                ? api.send(endpoint.method(), path)
                : api.send(
                        endpoint.method(),
                        path,
                        types.contains("application/json") ? "application/json" : type(types),
                        BodyPublishers.ofString("{}"));
    }

    private static String type(Set<String> types) {
        var type = types.iterator().next();
        return type.contains("*") ? "text/csv" : type;
    }

    private static void refused(RawAnswer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        problemOrSuccess(answer);
    }

    private static void problemOrSuccess(RawAnswer answer) {
        assertThat(answer.status()).as(answer.text()).isLessThan(500);
        if (answer.status() >= 400) {
            assertThat(answer.text())
                    .containsIgnoringCase("Content-Type: application/problem+json")
                    .contains("\"status\":" + answer.status(), "\"detail\":");
        }
    }

    private void problem(Answer answer, int status) {
        document(answer, status);
        headers(answer);
    }

    private static void document(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("/status")).isEqualTo(Integer.toString(status));
        assertThat(answer.at("/title")).isNotBlank();
        assertThat(answer.at("/detail")).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }

    /** /core/version-header, /core/transport/security-headers */
    private void headers(Answer answer) {
        assertThat(answer.header("API-Version")).isEqualTo(api.version());
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.header("Strict-Transport-Security")).contains("max-age=");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    }

    private static Stream<DynamicTest> each(List<Endpoint> endpoints, Consumer<Endpoint> check) {
        return endpoints.stream()
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> check.accept(endpoint)));
    }
}
