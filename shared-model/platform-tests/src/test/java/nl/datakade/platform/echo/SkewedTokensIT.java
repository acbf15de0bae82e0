package nl.datakade.platform.echo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import nl.datakade.testkit.BackingServices;
import nl.datakade.testkit.TestSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An issuer of tokens whose clock is not ours. */
@BackingServices("ingest")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.application.name=ingest")
class SkewedTokensIT {

    private static final RSAKey KEY = key();
    private static final HttpServer ISSUER = issuer();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add(
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
                () -> "http://127.0.0.1:" + ISSUER.getAddress().getPort() + "/keys");
    }

    @AfterAll
    static void stop() {
        ISSUER.stop(0);
    }

    @Test
    void aTokenIssuedALittleInTheFutureIsTaken() throws Exception {
        assertThat(ask(token(30, 30, 900)).statusCode())
                .as("nothing here, but let in")
                .isEqualTo(404);
        assertThat(ask(token(-900, -900, -30)).statusCode()).isEqualTo(404);
    }

    @Test
    void aTokenOfTheFurtherFutureIsRefusedForThat() throws Exception {
        refused(ask(token(600, 0, 1500)), "token-not-yet-valid", "Compare the clock");
        refused(ask(token(0, 600, 1500)), "token-not-yet-valid", "Compare the clock");
    }

    @Test
    void aTokenOfThePastIsRefusedForThat() throws Exception {
        refused(ask(token(-1500, -1500, -600)), "token-expired", "Sign in again");
    }

    private static void refused(HttpResponse<String> answer, String problem, String remedy) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        assertThat(answer.headers().firstValue("Date")).isPresent();
        assertThat(answer.body()).contains("/problems/" + problem).contains(remedy);
    }

    private HttpResponse<String> ask(String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/nothing"))
                .header("Authorization", "Bearer " + token)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    /** With its times in seconds from now. */
    private static String token(long issued, long notBefore, long expires) throws JOSEException {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(Objects.requireNonNull(
                        TestSystem.current().environment("ingest").get("DATAKADE_ISSUER")))
                .audience("datakade")
                .subject("clock")
                .claim("roles", List.of("admin"))
                .issueTime(Date.from(now.plusSeconds(issued)))
                .notBeforeTime(Date.from(now.plusSeconds(notBefore)))
                .expirationTime(Date.from(now.plusSeconds(expires)))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(KEY));
        return token.serialize();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("skewed").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer issuer() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/keys", exchange -> {
                var keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
