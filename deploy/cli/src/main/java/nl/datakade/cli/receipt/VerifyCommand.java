package nl.datakade.cli.receipt;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import nl.datakade.cli.log.VerifyLogCommand;
import nl.datakade.client.Client;
import nl.datakade.client.Platform;
import nl.datakade.client.Somebody;
import nl.datakade.local.Sha256;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies that a receipt is the platform's, and of this very file. */
@Command(
        name = "verify",
        description =
                "Verify a signed receipt or tombstone, and that a file is the one it speaks of; or the disclosure log.",
        subcommands = VerifyLogCommand.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:The platform signed the receipt, and the file is that file.",
            "1:The platform does not answer; give its keys with --keys.",
            "2:The command line was wrong, or a file cannot be read.",
            "3:The receipt proves nothing, or is of another file; the message says why."
        })
public final class VerifyCommand implements Callable<Integer> {
    private static final int UNUSABLE = 2;
    private static final int DOUBTFUL = 3;

    /** Of both kinds; the last five only a tombstone has. */
    private static final List<String> FIELDS = List.of(
            "deliveryId",
            "dataset",
            "version",
            "department",
            "size",
            "sha256",
            "receivedAt",
            "rule",
            "objects",
            "bytes",
            "decidedAt",
            "removedAt");

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1", // not needed where a subcommand is given
            paramLabel = "RECEIPT",
            description = "As push --receipts keeps it, or the proof in a tombstone.")
    private @Nullable Path given;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The file that was sent.")
    private @Nullable Path file;

    @Option(
            names = "--keys",
            paramLabel = "JWKS",
            description = "The platform's keys, kept from /ingest/v1/receipt-keys; by default it is asked for them.")
    private @Nullable Path keys;

    @SuppressWarnings("NullAway.Init")
    public VerifyCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (given == null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'RECEIPT'");
        }
        Path receipt = given;
        for (Path each : List.of(receipt, file == null ? receipt : file, keys == null ? receipt : keys)) {
            if (!Files.isReadable(each)) {
                err.println(each + " is not a file that can be read.");
                return UNUSABLE;
            }
        }
        try {
            verify(receipt, out);
            return 0;
        } catch (SignedReceipt.Doubtful e) {
            err.println(e.getMessage());
            return DOUBTFUL;
        }
    }

    private void verify(Path receipt, PrintWriter out) throws IOException {
        SignedReceipt signed = SignedReceipt.parse(Files.readString(receipt));
        if (!signed.isSignedWith(VerifyingKeys.parse(keySet()).key(signed.keyId()))) {
            throw new SignedReceipt.Doubtful("The signature is not of this receipt: it was changed.");
        }
        out.println("Signed by " + signed.statement().path("iss").asString() + " with the key " + signed.keyId() + ":");
        for (String field : FIELDS) {
            if (signed.statement().has(field)) {
                out.printf("  %-13s %s%n", field, signed.statement().path(field).asString());
            }
        }
        if (file != null) {
            String found = Sha256.hex(file);
            if (!found.equals(signed.statement().path("sha256").asString())) {
                throw new SignedReceipt.Doubtful(file + " is another file: its SHA-256 is " + found + ".");
            }
            out.println(file + " is that file.");
        }
    }

    private String keySet() throws IOException {
        return keys != null
                ? Files.readString(keys)
                : Client.of(Platform.here(), new Somebody.Anybody())
                        .get("/ingest/v1/receipt-keys")
                        .required()
                        .text();
    }
}
