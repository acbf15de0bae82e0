package nl.datakade.cli.key;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.datakade.local.SigningKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes what DATAKADE_RECEIPT_KEYS holds. */
@Command(
        name = "receipt-keys",
        description =
                "Print a key set for DATAKADE_RECEIPT_KEYS, with a new key that signs from now on. It is a secret.",
        mixinStandardHelpOptions = true)
public final class ReceiptKeysCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--after",
            paramLabel = "OLD",
            description = "The set until now: its keys stay, without their private parts, to verify older receipts.")
    private @Nullable Path old;

    @SuppressWarnings("NullAway.Init")
    public ReceiptKeysCommand() {}

    @Override
    public Integer call() throws IOException {
        spec.commandLine().getOut().println(KeySet.of(SigningKeys.key(), old));
        return 0;
    }
}
