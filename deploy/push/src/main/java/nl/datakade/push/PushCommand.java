package nl.datakade.push;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nl.datakade.client.Platform;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends files and prints their receipts. */
@Command(
        name = "push",
        description = "Send files to datasets and print the receipts. A large file goes piece by piece: when the line "
                + "breaks it goes on by itself, and when this program is stopped the same command goes on later.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes, the highest of all files:%n",
        exitCodeList = {
            "0:The platform has the file.",
            "2:The command line was wrong, or a file cannot be read.",
            "3:The platform refused the file; it says why.",
            "4:With --wait: the file could not be read as a table, or is held back.",
            "5:The platform does not answer or failed; send the file again."
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  DATAKADE_URL            the platform, or DATAKADE_INGEST_URL and so on for each service",
            "  DATAKADE_ISSUER         where tokens are issued",
            "  DATAKADE_CLIENT_ID, DATAKADE_CLIENT_SECRET   as whom to send",
            "  DATAKADE_TOKEN          or a token obtained elsewhere"
        })
public final class PushCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "CSV, JSON, NDJSON, GeoJSON, Excel or Parquet; or a folder of such files.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            description = "Name of the dataset; a new name becomes a draft of the department. Files of a folder have "
                    + "their own names when it is left out.")
    private @Nullable String dataset;

    @Option(
            names = "--manifest",
            paramLabel = "LIST",
            description = "CSV or YAML with file, dataset and, if need be, department and type of each.")
    private @Nullable Path manifest;

    @Option(
            names = "--department",
            paramLabel = "SLUG",
            description = "Send as this department; by default the one the dataset belongs to.")
    private @Nullable String department;

    @Option(names = "--type", paramLabel = "TYPE", description = "Media type; by default from the file's name.")
    private @Nullable String type;

    @Option(
            names = "--corrects",
            paramLabel = "VERSION",
            description = "The version of the dataset that the file corrects; asks --reason, and takes one file.")
    private @Nullable Integer corrects;

    @Option(
            names = "--reason",
            paramLabel = "WORDS",
            description = "Why it is corrected, for everybody who sees the dataset.")
    private @Nullable String reason;

    @Option(names = "--wait", description = "Wait until each file is read and scored.")
    private boolean wait;

    @Option(
            names = "--pieces-above",
            paramLabel = "MIB",
            defaultValue = "64",
            description = "Larger files go piece by piece (${DEFAULT-VALUE}).")
    private int piecesAbove;

    @Option(
            names = "--patience",
            paramLabel = "MINUTES",
            defaultValue = "60",
            description = "How long a large file waits for a platform that does not answer (${DEFAULT-VALUE}).")
    private int patience;

    @Option(
            names = "--jar",
            paramLabel = "OUT",
            description = "Write this command as a jar to carry elsewhere, and send nothing.")
    private @Nullable Path jar;

    @Option(
            names = "--receipts",
            paramLabel = "FOLDER",
            description = "Keep each signed receipt there, as <delivery>.jws; ./datakade verify checks it later.")
    private @Nullable Path receipts;

    private final Supplier<Platform> platform;

    public PushCommand() {
        this(Platform::here);
    }

    @SuppressWarnings("NullAway.Init")
    PushCommand(Supplier<Platform> platform) {
        this.platform = platform;
    }

    private List<Delivery> correcting(List<Delivery> deliveries) {
        if (corrects == null && reason == null) {
            return deliveries;
        }
        if (corrects == null || reason == null || deliveries.size() != 1) {
            throw new Manifest.Unusable("A correction is one file, with --corrects VERSION and --reason WORDS.");
        }
        return List.of(deliveries.getFirst().correcting(new Correction(corrects, reason)));
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (jar != null) {
            PushJar.copyTo(jar);
            out.println("java -jar " + jar + " --help");
            return 0;
        }
        try {
            List<Delivery> deliveries =
                    correcting(new Shipment(paths, manifest, dataset, department, type).deliveries());
            if (deliveries.isEmpty()) {
                throw new Manifest.Unusable("There is nothing to send: name a file, a folder or a --manifest.");
            }
            var push = new Push(
                    platform.get(),
                    UploadNotes.of(System.getenv()),
                    (long) piecesAbove << 20,
                    Duration.ofMinutes(patience),
                    wait,
                    receipts,
                    out,
                    err);
            int exit = 0;
            for (Delivery delivery : deliveries) {
                exit = Math.max(exit, push.send(delivery));
            }
            return exit;
        } catch (Manifest.Unusable e) {
            err.println(e.getMessage());
            return Push.UNUSABLE;
        }
    }
}
