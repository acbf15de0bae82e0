package nl.datakade.cli.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Access tokens from the city's identity provider, kept until just before they end. */
public final class Tokens {
    private static final int MARGIN_SECONDS = 30;

    private final Platform platform;
    private final Transport transport;
    private final Map<Somebody, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant ends) {}

    public Tokens(Platform platform) {
        this(platform, new Transport());
    }

    Tokens(Platform platform, Transport transport) {
        this.platform = platform;
        this.transport = transport;
    }

    public String of(Somebody somebody) {
        if (somebody instanceof Somebody.Bearer(String token)) {
            return token;
        }
        return tokens.compute(
                        somebody,
                        (_, known) -> known != null && known.ends().isAfter(Instant.now()) ? known : fetch(somebody))
                .value();
    }

    private Token fetch(Somebody somebody) {
        var form = new LinkedHashMap<String, String>();
        switch (somebody) {
            case Somebody.User(String name) -> {
                form.put("grant_type", "password");
                form.put("client_id", "cli");
                form.put("username", name);
                form.put("password", platform.passwordOfUsers());
            }
            case Somebody.Department department -> {
                form.put("grant_type", "client_credentials");
                form.put("client_id", department.clientId());
                form.put("client_secret", platform.secretOf(department.clientId()));
            }
            case Somebody.Account(String clientId, String secret) -> {
                form.put("grant_type", "client_credentials");
                form.put("client_id", clientId);
                form.put("client_secret", secret);
            }
            case Somebody.Bearer _, Somebody.Anybody _ ->
                throw new IllegalArgumentException("A token is not exchanged for another.");
        }
        Answer answer = transport.send(
                "The identity provider",
                HttpRequest.newBuilder(URI.create(platform.issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(form)))
                        .build());
        if (!answer.isSuccess()) {
            throw new Refusal(
                    answer.status(),
                    "%s cannot sign in: %s."
                            .formatted(
                                    somebody.label(),
                                    answer.json()
                                            .path("error_description")
                                            .asString("unknown user, client or secret")));
        }
        int seconds = answer.json().path("expires_in").asInt(0);
        return new Token(
                answer.json().path("access_token").asString(), Instant.now().plusSeconds(seconds - MARGIN_SECONDS));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
