package nl.datakade.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.datakade.local.Checkout;
import nl.datakade.local.LocalStack;
import nl.datakade.local.Ports;
import nl.datakade.local.Secrets;
import nl.datakade.local.StackProblem;
import org.jspecify.annotations.Nullable;

/**
 * One running platform: where its parts answer, and the secrets with which its demo people and departments sign in. The
 * environment goes before what runs on this machine.
 */
public final class Platform {
    private final Map<String, String> environment;
    private final Ports ports;
    private final Secrets secrets;
    private final @Nullable TokenFile tokenFile;

    public Platform(Map<String, String> environment, Ports ports, Secrets secrets) {
        this(environment, ports, secrets, null);
    }

    private Platform(Map<String, String> environment, Ports ports, Secrets secrets, @Nullable TokenFile tokenFile) {
        this.environment = Map.copyOf(environment);
        this.ports = ports;
        this.secrets = secrets;
        this.tokenFile = tokenFile;
    }

    /** The platform that the environment names, else the one of this checkout. */
    public static Platform here() {
        var stack = LocalStack.lasting(Checkout.state(), Ports.standard(System.getenv()));
        return new Platform(System.getenv(), stack.ports(), stack.secrets(), TokenFile.in(stack.state()));
    }

    /** A platform elsewhere, of which the environment says all there is to know. */
    public static Platform elsewhere(Map<String, String> environment) {
        boolean isKnown = environment.containsKey("DATAKADE_URL") || environment.containsKey("DATAKADE_INGEST_URL");
        boolean hasToken = environment.containsKey("DATAKADE_TOKEN");
        boolean hasAccount = environment
                .keySet()
                .containsAll(List.of("DATAKADE_ISSUER", "DATAKADE_CLIENT_ID", "DATAKADE_CLIENT_SECRET"));
        if (!isKnown || !(hasToken || hasAccount)) {
            throw new StackProblem("Set DATAKADE_URL, DATAKADE_ISSUER, DATAKADE_CLIENT_ID and DATAKADE_CLIENT_SECRET"
                    + " in the environment, or DATAKADE_URL and DATAKADE_TOKEN; see --help.");
        }
        return new Platform(environment, Ports.standard(Map.of()), Secrets.in(Path.of("")));
    }

    /** The address of {@code ingest}, {@code catalog}, {@code quality}, {@code access} or {@code portal}. */
    public URI address(String service) {
        return URI.create(configured(
                "DATAKADE_" + service.toUpperCase(Locale.ROOT) + "_URL",
                environment.getOrDefault("DATAKADE_URL", "http://localhost:" + ports.of(service))));
    }

    /** Where a path leads: its first segment names the service. */
    URI address(String service, String path) {
        return URI.create(address(service).toString().replaceFirst("/$", "") + path);
    }

    public URI issuer() {
        return URI.create(
                configured("DATAKADE_ISSUER", "http://localhost:" + ports.of("keycloak") + "/realms/datakade"));
    }

    public String passwordOfUsers() {
        String given = environment.get("DATAKADE_DEMO_PASSWORD");
        return given == null ? secrets.demoPassword() : given;
    }

    String secretOf(String clientId) {
        String given = environment.get(
                "DATAKADE_SECRET_" + clientId.toUpperCase(Locale.ROOT).replace('-', '_'));
        return given == null ? secrets.ofClient(clientId) : given;
    }

    /** The client that the environment names with its secret, as a supplier's machine has them. */
    public @Nullable Somebody accountGiven() {
        String clientId = environment.get("DATAKADE_CLIENT_ID");
        String secret = environment.get("DATAKADE_CLIENT_SECRET");
        return clientId == null || secret == null ? null : new Somebody.Account(clientId, secret);
    }

    /** A token that somebody already holds, for platforms where people sign in elsewhere. */
    public @Nullable String tokenGiven() {
        return environment.get("DATAKADE_TOKEN");
    }

    /** Where tokens are kept between calls; null for a platform that is soon gone. */
    @Nullable
    TokenFile tokenFile() {
        return tokenFile;
    }

    private String configured(String variable, String usual) {
        return environment.getOrDefault(variable, usual);
    }
}
