package nl.datakade.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.datakade.testkit.NlGovApi.Answer;
import nl.datakade.testkit.NlGovApi.Endpoint;
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
