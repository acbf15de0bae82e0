package nl.datakade.cli.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.datakade.contracts.disclosure.Ed25519;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes what DATAKADE_LOG_KEYS holds. */
@Command(
        name = "log-keys",
        description =
                "Print a key set for DATAKADE_LOG_KEYS, with a new key that signs checkpoints of the disclosure log"
                        + " from now on. It is a secret.",
        mixinStandardHelpOptions = true)
public final class LogKeysCommand implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--after",
            paramLabel = "OLD",
            description = "The set until now: its keys stay, without their private parts, to verify older checkpoints.")
    private @Nullable Path old;

    @SuppressWarnings("NullAway.Init")
    public LogKeysCommand() {}

    @Override
    public Integer call() throws IOException {
        JsonNode set = JSON.readTree("{\"keys\":[" + Ed25519.newKey() + "]}");
        if (old != null) {
            for (JsonNode key : JSON.readTree(Files.readString(old)).path("keys")) {
                ((ObjectNode) key).remove("d");
                set.withArray("keys").add(key);
            }
        }
        spec.commandLine().getOut().println(set);
        return 0;
    }
}
