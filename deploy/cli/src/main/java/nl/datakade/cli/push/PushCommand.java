package nl.datakade.cli.push;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Callable;
import nl.datakade.cli.api.Answer;
import nl.datakade.cli.api.Client;
import nl.datakade.cli.api.Platform;
import nl.datakade.cli.api.Refusal;
import nl.datakade.cli.api.Somebody;
import nl.datakade.cli.api.Unreachable;
import nl.datakade.cli.city.Sha256;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Sends one file and prints its receipt. */
@Command(
        name = "push",
        description = "Send a file to a dataset and print the receipt.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:The platform has the file.",
            "2:The command line was wrong, or the file cannot be read.",
            "3:The platform refused the file; it says why.",
            "4:With --wait: the file could not be read as a table, or is held back.",
            "5:The platform does not answer or failed; send the file again."
        })
public final class PushCommand implements Callable<Integer> {
    private static final int UNUSABLE = 2;
    private static final int REFUSED = 3;
    private static final int HELD_BACK = 4;
    private static final int UNREACHABLE = 5;
    private static final Set<String> SETTLED = Set.of("RELEASED", "HELD_BACK", "FAILED");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "CSV, JSON, NDJSON, GeoJSON, Excel or Parquet.")
    private Path file;

    @Option(
            names = "--dataset",
            required = true,
            paramLabel = "NAME",
            description = "Name of the dataset; a new name becomes a draft of the department.")
    private String dataset;

    @Option(
            names = "--department",
            paramLabel = "SLUG",
            description = "Send as this department; by default the one the dataset belongs to.")
    private @Nullable String department;

    @Option(names = "--type", paramLabel = "TYPE", description = "Media type; by default from the file's name.")
    private @Nullable String type;

    @Option(names = "--wait", description = "Wait until the file is read and scored.")
    private boolean wait;

    @SuppressWarnings("NullAway.Init")
    public PushCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            err.println(file + " is not a file that can be read.");
            return UNUSABLE;
        }
        try {
            return push(Platform.here(), out);
        } catch (Sender.UnknownDataset e) {
            err.println(e.getMessage());
            return UNUSABLE;
        } catch (Refusal e) {
            err.println(e.getMessage());
            return e.status() >= 500 ? UNREACHABLE : REFUSED;
        } catch (Unreachable | Waiting.TookTooLong e) {
            err.println(e.getMessage());
            return UNREACHABLE;
        }
    }

    private int push(Platform platform, PrintWriter out) throws IOException {
        byte[] sha256 = Sha256.of(file);
        out.printf("%s, %s, sha-256 %s%n", file.getFileName(), ProgressBar.bytes(Files.size(file)), hex(sha256));
        Client sender = new Sender(platform, dataset, department).client();
        var progress = new ProgressBar(out, Files.size(file), ProgressBar.onTerminal());
        Answer answer = new Delivery(
                        file, dataset, sender.somebody() instanceof Somebody.Bearer ? department : null, type)
                .send(sender, sha256, progress)
                .required();
        out.println(answer.status() == 200 ? "These bytes were here already; their receipt:" : "Receipt:");
        JsonNode receipt = answer.json();
        Receipt.print(receipt, out);
        return wait ? outcome(sender, receipt, out) : 0;
    }

    private int outcome(Client sender, JsonNode receipt, PrintWriter out) {
        String self = receipt.path("links").path("self").asString();
        JsonNode settled = Waiting.until(
                "delivery " + receipt.path("deliveryId").asString(),
                Duration.ofMinutes(10),
                () -> sender.get(self).required().json(),
                delivery -> SETTLED.contains(delivery.path("state").asString()));
        Receipt.printOutcome(settled, out);
        return settled.path("state").asString().equals("RELEASED") ? 0 : HELD_BACK;
    }

    private static String hex(byte[] sha256) {
        return HexFormat.of().formatHex(sha256);
    }
}
