package nl.datakade.cli.bench;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import nl.datakade.city.Truth;
import nl.datakade.cli.build.Build;
import nl.datakade.cli.demo.CityFiles;
import nl.datakade.cli.demo.CityLoad;
import nl.datakade.cli.stack.TemporarySystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** How long the whole demo city takes, and what all processes hold in memory afterwards. */
@Command(
        name = "city",
        description = "Load the demo city into an empty platform: seconds from the first push to the last score, and "
                + "the memory of all processes.",
        mixinStandardHelpOptions = true)
final class CityLoadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    CityLoadCommand() {}

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        new Build(out).ifStale();
        try (var system = TemporarySystem.start(out)) {
            var files = CityFiles.writtenTo(system.folder());
            long before = system.residentMebibytes();
            CityLoad.Loaded loaded = new CityLoad(system.client(), out).load(files);
            out.printf(
                    Locale.ROOT,
                    "%ncity: %d datasets, %d files, %,d rows in %.1f s; %d processors, Java %s%n",
                    loaded.datasets().size(),
                    files.truths().size(),
                    files.truths().stream().mapToLong(Truth::rows).sum(),
                    loaded.took().toMillis() / 1000.0,
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version());
            out.printf("all processes: %,d MiB resident before, %,d MiB after%n", before, system.residentMebibytes());
        }
        return 0;
    }
}
