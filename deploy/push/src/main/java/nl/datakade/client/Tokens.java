package nl.datakade.client;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens from the city's identity provider, kept until just before they expire. */
public final class Tokens {

    private final Platform platform;
    private final Transport transport;
    private final Map<Somebody, AccessToken> tokens = new ConcurrentHashMap<>();

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
        return tokens.compute(somebody, (_, known) -> known != null && known.isValid() ? known : kept(somebody))
                .value();
    }

    /** That of an earlier call, else a new one. */
    private AccessToken kept(Somebody somebody) {
        var file = platform.tokenFile();
        if (file == null || !(somebody instanceof Somebody.User || somebody instanceof Somebody.Department)) {
            return fetch(somebody);
        }
        var name = platform.issuer() + " " + somebody.label();
        var kept = file.find(name);
        if (kept != null) {
            return kept;
        }
        var fetched = fetch(somebody);
        file.keep(name, fetched);
        return fetched;
    }

    private AccessToken fetch(Somebody somebody) {
        Encrypted.require(platform.issuer());
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
        var answer = transport.post(
                "The identity provider", URI.create(platform.issuer() + "/protocol/openid-connect/token"), form);
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
        var json = answer.json();
        return AccessToken.issued(
                json.path("access_token").asString(), json.path("expires_in").asInt(0), Instant.now());
    }
}
