package nl.datakade.platform.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import nl.datakade.testkit.BackingServices;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nothing answers at the port where this service looks for the keys that tokens are signed with. */
@BackingServices("ingest")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=ingest",
            "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:1/keys"
        })
class KeycloakAwayIT {

    @LocalServerPort
    int port;

    @Test
    void aTokenThatCannotBeCheckedIsNoFaultOfTheCallerNorOfTheService() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/nothing"))
                .header("Authorization", "Bearer " + Tokens.of("admin"))
                .build();

        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("identity-provider-unavailable").contains("Send the same request again");
        }
    }
}
