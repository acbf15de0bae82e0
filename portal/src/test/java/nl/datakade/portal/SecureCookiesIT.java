package nl.datakade.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import nl.datakade.testkit.BackingServices;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reached by https, whatever the proxy before it says of the connection. */
@BackingServices("portal")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "datakade.portal.url=https://data.example.nl")
class SecureCookiesIT {

    @LocalServerPort
    private int port;

    @Test
    void itsCookiesAreForEncryptedConnectionsOnly() throws Exception {
        assertThat(cookies("/requests")).anyMatch(cookie -> cookie.startsWith("datakade="));
        assertThat(cookies("/?lang=en")).anyMatch(cookie -> cookie.startsWith("language="));
        assertThat(List.of(cookies("/requests"), cookies("/?lang=en")))
                .allSatisfy(cookies -> assertThat(cookies).allMatch(cookie -> cookie.contains("; Secure")));
    }

    private List<String> cookies(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    BodyHandlers.discarding());
            return answer.headers().allValues("Set-Cookie");
        }
    }
}
