package nl.datakade.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens that the real Keycloak issued. */
public final class Tokens {

    private static final long MARGIN_SECONDS = 60;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<Map<String, String>, Token> ISSUED = new ConcurrentHashMap<>();

    private record Token(String value, Instant until) {}

    private Tokens() {}

    /**
     * Of a person: {@code steward}, {@code owner}, {@code grantor}, {@code analyst}, {@code privacy}, {@code fg},
     * {@code admin}, {@code medewerker}.
     */
    public static String of(String user) {
        return issued(Map.of(
                "grant_type",
                "password",
                "client_id",
                "cli",
                "username",
                user,
                "password",
                Backing.current().get("DATAKADE_DEMO_PASSWORD")));
    }

    /** The person's subject in Keycloak. */
    public static String subject(String user) {
        var payload = Base64.getUrlDecoder().decode(of(user).split("\\.", -1)[1]);
        return JSON.readTree(payload).required("sub").asString();
    }

    /** Of a department's client, by the department's slug. */
    public static String department(String slug) {
        return client("department-" + slug);
    }

    /** Of a service's client: {@code ingest}, {@code catalog}, {@code quality}, {@code access}. */
    public static String service(String name) {
        return client("service-" + name);
    }

    private static String client(String id) {
        return issued(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                id,
                "client_secret",
                Backing.current().clientSecret(id)));
    }

    private static String issued(Map<String, String> form) {
        return ISSUED.compute(
                        form,
                        (asked, known) -> known != null && Instant.now().isBefore(known.until()) ? known : ask(asked))
                .value();
    }

    private static Token ask(Map<String, String> form) {
        var address = URI.create(Backing.current().get("DATAKADE_ISSUER") + "/protocol/openid-connect/token");
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("Keycloak refused a token for %s: %s"
                        .formatted(form.getOrDefault("username", form.get("client_id")), response.body()));
            }
            var answer = JSON.readTree(response.body());
            return new Token(
                    answer.required("access_token").asString(),
                    Instant.now().plusSeconds(answer.required("expires_in").asLong() - MARGIN_SECONDS));
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
