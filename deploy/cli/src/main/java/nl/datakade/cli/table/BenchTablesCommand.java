package nl.datakade.cli.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How well and how fast a folder of files becomes tables. */
@Command(
        name = "tables",
        description = "Read every file in a folder into tables, in turn with DuckDB's own reader; print how each went, "
                + "and in one last line how all did.",
        mixinStandardHelpOptions = true)
public final class BenchTablesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder; beside a file may lie its truth as FILE.options.")
    private Path folder;

    @Option(names = "--json", paramLabel = "FILE", description = "Write one object per file and line there too.")
    private @Nullable Path json;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description =
                    "Types of columns that persons judged: file, column, type. Or beside a file, as FILE.columns.csv.")
    private @Nullable Path labels;

    @SuppressWarnings("NullAway.Init")
    public BenchTablesCommand() {}

    @Override
    public Integer call() {
        var arguments = new ArrayList<>(List.of(folder.toString()));
        if (json != null) {
            arguments.addAll(List.of("--json", json.toString()));
        }
        if (labels != null) {
            arguments.addAll(List.of("--labels", labels.toString()));
        }
        return TableReading.run("BenchTables", arguments, spec.commandLine().getErr());
    }
}
