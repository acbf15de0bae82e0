package nl.datakade.cli.log;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import nl.datakade.client.Client;
import nl.datakade.client.Platform;
import nl.datakade.client.Somebody;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies whether an export of the disclosure log is whole, and whether it is the log of which somebody kept checkpoints. */
@Command(
        name = "log",
        description = "Verify an export of the disclosure log; with --key it needs nothing running.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:The export is the whole log, nothing in it was changed, and all checkpoints agree.",
            "1:The platform does not answer; give its keys with --key.",
            "2:The command line was wrong, or a file cannot be read.",
            "3:Something is wrong with the log or its export; the message says what and where.",
            "4:The export is sound, but is only a part of the log, as it says."
        })
public final class VerifyLogCommand implements Callable<Integer> {
    private static final int UNUSABLE = 2;
    private static final int DOUBTFUL = 3;
    private static final int PART = 4;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "EXPORT", description = "As /access/v1/disclosures/export answers it.")
    private Path export;

    @Option(
            names = "--checkpoints",
            paramLabel = "DIR|FILE",
            description =
                    "Checkpoints kept elsewhere, in any text; without them records cut off at the end do not show.")
    private @Nullable Path checkpoints;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The log's keys, kept from /access/v1/disclosures/keys; by default the platform is asked.")
    private @Nullable Path key;

    @SuppressWarnings("NullAway.Init")
    public VerifyLogCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        for (Path each : new Path[] {export, checkpoints, key}) {
            if (each != null && (!Files.isReadable(each) || (Files.isDirectory(each) && !each.equals(checkpoints)))) {
                err.println(each + " is not a file that can be read.");
                return UNUSABLE;
            }
        }
        try {
            return report(verify(), out);
        } catch (Doubt e) {
            err.println(e.getMessage());
            return DOUBTFUL;
        }
    }

    private ExportCheck.Whole verify() throws IOException {
        LogKeys keys = LogKeys.parse(keys());
        var kept = checkpoints == null
                ? Collections.<Long, nl.datakade.contracts.disclosure.Checkpoint>emptyNavigableMap()
                : KeptCheckpoints.in(checkpoints, keys);
        try (var in = Files.newInputStream(export)) {
            return new ExportCheck(keys, kept, in).check();
        }
    }

    private int report(ExportCheck.Whole whole, PrintWriter out) {
        out.printf(
                "The disclosure log of %s, records %d to %d: none was changed, removed, added or moved.%n",
                whole.log(), whole.from(), whole.to());
        out.println("The platform signed for it on " + whole.signedAt() + ".");
        if (checkpoints == null) {
            out.println("No checkpoints were given, so records that were cut off before that would not show.");
        } else {
            out.println("Kept checkpoints that agree: " + whole.compared() + ".");
        }
        if (whole.isAll()) {
            return 0;
        }
        out.println("It is a part: the log had " + whole.newest() + " records then.");
        return PART;
    }

    private String keys() throws IOException {
        return key != null
                ? Files.readString(key)
                : Client.of(Platform.here(), new Somebody.Anybody())
                        .get("/access/v1/disclosures/keys")
                        .required()
                        .text();
    }
}
