package nl.datakade.cli.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import nl.datakade.cli.bench.LandingRounds.Round;
import nl.datakade.cli.build.Build;
import nl.datakade.cli.stack.TemporarySystem;
import nl.datakade.local.Checkout;
import nl.datakade.local.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much landing costs above the bare store. */
@Command(
        name = "landing",
        description = "Land a large file and many small ones through ingest, and put the same bytes straight into the "
                + "same store with MinIO's SDK; print the ratios.",
        mixinStandardHelpOptions = true)
final class LandingCommand implements Callable<Integer> {
    private static final int MEMORY_MIB = 2_000;
    private static final int WARM_UP_FILES = 4_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds; the median counts (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--minutes", defaultValue = "8", description = "No round begins after this (${DEFAULT-VALUE}).")
    private int minutes;

    @Option(names = "--large-mib", defaultValue = "1024", description = "Size of the large file (${DEFAULT-VALUE}).")
    private int largeMebibytes;

    @Option(names = "--small-files", defaultValue = "2000", description = "How many small ones (${DEFAULT-VALUE}).")
    private int smallFiles;

    @Option(names = "--small-kib", defaultValue = "100", description = "Size of a small one (${DEFAULT-VALUE}).")
    private int smallKibibytes;

    @Option(names = "--clients", defaultValue = "8", description = "Clients for the small ones (${DEFAULT-VALUE}).")
    private int clients;

    @Option(
            names = "--kills",
            defaultValue = "10",
            description = "How often ingest is killed during one upload (${DEFAULT-VALUE}); 0 leaves that out.")
    private int kills;

    @Option(names = "--killed-mib", defaultValue = "2048", description = "Size of that upload (${DEFAULT-VALUE}).")
    private int killedMebibytes;

    @SuppressWarnings("NullAway.Init")
    LandingCommand() {}

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        new Build(out).ifStale();
        Machine.require(
                Checkout.state(), MEMORY_MIB, 2_000L + largeMebibytes * (2L + 3L * rounds) + 4L * killedMebibytes);
        try (var system = TemporarySystem.start(out, "ingest", "catalog")) {
            var load = new Load(system.folder(), largeMebibytes, smallKibibytes);
            var straight = new StraightWay(system.environment());
            var ingest = new IngestWay(system.client());
            var pieces = new PiecesWay(system.client(), system.folder(), ingest);
            var measure = new LandingRounds(load, smallFiles, clients);
            warmUp(system, straight, ingest, pieces);
            if (rounds > 0) {
                try (var heap = new HeapWatch(system.client(), "ingest")) {
                    report(measured(measure, straight, ingest, pieces, out), out);
                    out.printf("ingest's heap at most %d MiB%n", heap.peakMebibytes());
                }
            }
            if (kills > 0) {
                new KilledUpload(system, killedMebibytes, kills).run(out);
            }
        }
        return 0;
    }

    /** A JVM just started is measured after some work, on both sides; the first push also waits for the departments. */
    private void warmUp(TemporarySystem system, Way straight, IngestWay ingest, Way pieces) throws Exception {
        ingest.awaitDepartment();
        new LandingRounds(new Load(system.folder().resolve("warm-up"), 64, 100), WARM_UP_FILES, clients)
                .round(straight, ingest, pieces, 0);
    }

    private List<Round> measured(LandingRounds measure, Way straight, Way ingest, Way pieces, PrintWriter out)
            throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(minutes));
        var done = new ArrayList<Round>();
        while (done.size() < rounds && (done.isEmpty() || Instant.now().isBefore(end))) {
            Round round = measure.round(straight, ingest, pieces, done.size() + 1);
            done.add(round);
            print("round " + done.size(), List.of(round), out);
        }
        return done;
    }

    private void report(List<Round> rounds, PrintWriter out) {
        out.printf(
                "%nlanding: %d MiB, and %,d x %d KiB from %d clients; %d processors, Java %s%n",
                largeMebibytes,
                smallFiles,
                smallKibibytes,
                clients,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        print("median", rounds, out);
    }

    private static void print(String label, List<Round> rounds, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-8s large %.2f, in pieces %.2f (%.1f, %.1f of %.1f MiB/s)   small %.2f (%.0f of %.0f files/s)%n",
                label,
                median(rounds, Round::largeRatio),
                median(rounds, Round::piecesRatio),
                median(rounds, round -> round.largeIngest().mebibytesPerSecond()),
                median(rounds, round -> round.largePieces().mebibytesPerSecond()),
                median(rounds, round -> round.largeStraight().mebibytesPerSecond()),
                median(rounds, Round::smallRatio),
                median(rounds, round -> round.smallIngest().filesPerSecond()),
                median(rounds, round -> round.smallStraight().filesPerSecond()));
        out.flush();
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Rate.median(rounds.stream().mapToDouble(figure).boxed().toList());
    }
}
