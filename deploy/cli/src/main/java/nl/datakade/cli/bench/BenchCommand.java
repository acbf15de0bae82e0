package nl.datakade.cli.bench;

import nl.datakade.cli.table.BenchLargeCommand;
import nl.datakade.cli.table.BenchTablesCommand;
import picocli.CommandLine.Command;

/** The figures of docs/benchmarks.md, measured again. */
@Command(
        name = "bench",
        description =
                "Measure: how fast files land, datasets are registered and the demo city is in, how well files become tables.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        subcommands = {
            LandingCommand.class,
            StreamsCommand.class,
            RegisterCommand.class,
            CityLoadCommand.class,
            BenchTablesCommand.class,
            BenchLargeCommand.class
        })
public final class BenchCommand {
    public BenchCommand() {}
}
