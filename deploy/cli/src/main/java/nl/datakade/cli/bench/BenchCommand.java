package nl.datakade.cli.bench;

import picocli.CommandLine.Command;

/** The figures of docs/benchmarks.md, measured again. */
@Command(
        name = "bench",
        description = "Measure: how fast files land, how fast the demo city is in.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        subcommands = {LandingCommand.class, CityLoadCommand.class})
public final class BenchCommand {
    public BenchCommand() {}
}
