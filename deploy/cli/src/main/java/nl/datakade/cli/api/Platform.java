package nl.datakade.cli.api;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import nl.datakade.local.Checkout;
import nl.datakade.local.LocalStack;
import nl.datakade.local.Ports;
import nl.datakade.local.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * One running platform: where its parts answer, and the secrets with which its demo people and departments sign in. The
 * environment goes before what runs on this machine.
 */
public final class Platform {
    private final Map<String, String> environment;
    private final Ports ports;
    private final Secrets secrets;

    public Platform(Map<String, String> environment, Ports ports, Secrets secrets) {
        this.environment = Map.copyOf(environment);
        this.ports = ports;
        this.secrets = secrets;
    }

    /** The platform that the environment names, else the one of this checkout. */
    public static Platform here() {
        var stack = LocalStack.lasting(Checkout.state(), Ports.standard(System.getenv()));
        return new Platform(System.getenv(), stack.ports(), stack.secrets());
    }

    /** The address of {@code ingest}, {@code catalog}, {@code quality}, {@code access} or {@code portal}. */
    public URI address(String service) {
        return URI.create(configured(
                "DATAKADE_" + service.toUpperCase(Locale.ROOT) + "_URL", "http://localhost:" + ports.of(service)));
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

    /** A token that somebody already holds, for platforms where people sign in elsewhere. */
    public @Nullable String tokenGiven() {
        return environment.get("DATAKADE_TOKEN");
    }

    private String configured(String variable, String usual) {
        return environment.getOrDefault(variable, usual);
    }
}
