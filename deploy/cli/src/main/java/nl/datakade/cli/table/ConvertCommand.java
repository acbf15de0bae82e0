package nl.datakade.cli.table;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A file as the reader sees it. */
@Command(
        name = "convert",
        description =
                "Write the table in a file as plain CSV (RFC 4180, UTF-8) with the values as read, or as understood.",
        mixinStandardHelpOptions = true)
public final class ConvertCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "What to read, in any format and encoding.")
    private Path file;

    @Parameters(
            index = "1",
            paramLabel = "OUT.csv|OUT.parquet",
            description = "Where to write; each of several tables goes to a file with its name in it: OUT-<table>.csv.")
    private Path out;

    @Option(
            names = "--typed",
            description = "Write the values as typed: ISO dates, a decimal point, true or false, well-known text,"
                    + " nothing for what is missing. Parquet always is.")
    private boolean typed;

    @SuppressWarnings("NullAway.Init")
    public ConvertCommand() {}

    @Override
    public Integer call() {
        return TableReading.run(
                "ConvertFile",
                typed ? List.of(file.toString(), out.toString(), "--typed") : List.of(file.toString(), out.toString()),
                spec.commandLine().getErr());
    }
}
