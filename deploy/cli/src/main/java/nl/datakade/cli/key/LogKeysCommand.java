package nl.datakade.cli.key;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.datakade.contracts.disclosure.Ed25519;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes what DATAKADE_LOG_KEYS holds. */
@Command(
        name = "log-keys",
        description =
                "Print a key set for DATAKADE_LOG_KEYS, with a new key that signs checkpoints of the disclosure log"
                        + " from now on. It is a secret.",
        mixinStandardHelpOptions = true)
public final class LogKeysCommand implements Callable<Integer> {
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
        spec.commandLine().getOut().println(KeySet.of(Ed25519.newKey(), old));
        return 0;
    }
}
