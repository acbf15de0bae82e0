package nl.datakade.testkit;

import java.util.HashMap;
import java.util.Map;
import nl.datakade.local.Progress;
import nl.datakade.local.TemporaryStack;

/** Where the backing services are, as environment variables; found or started once for the JVM. */
final class Backing {

    private static final Backing CURRENT = find();

    private final Map<String, String> variables;

    private Backing(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    static Backing current() {
        return CURRENT;
    }

    /** Addresses in the environment, else containers where asked for, else a stack of this JVM's own. */
    private static Backing find() {
        if (System.getenv().containsKey("DATAKADE_POSTGRES_URL")) {
            return new Backing(System.getenv());
        }
        if ("containers".equals(System.getProperty("datakade.backing"))) {
            return new Backing(ContainerStack.start());
        }
        return new Backing(TemporaryStack.start(Progress.SILENT).stack().environmentOfTests());
    }

    /** Fails rather than skips when something is missing. */
    String get(String variable) {
        var value = variables.get(variable);
        if (value == null) {
            throw new IllegalStateException(
                    variable + " is not set: give it beside DATAKADE_POSTGRES_URL, or leave that out as well.");
        }
        return value;
    }

    String clientSecret(String clientId) {
        return get(
                "DATAKADE_SECRET_" + clientId.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    /** Those that every service has in common. */
    Map<String, String> addresses() {
        var addresses = new HashMap<String, String>();
        for (var variable : new String[] {
            "DATAKADE_KAFKA",
            "DATAKADE_S3_ENDPOINT",
            "DATAKADE_S3_ACCESS_KEY",
            "DATAKADE_S3_SECRET_KEY",
            "DATAKADE_ISSUER"
        }) {
            addresses.put(variable, get(variable));
        }
        return addresses;
    }
}
