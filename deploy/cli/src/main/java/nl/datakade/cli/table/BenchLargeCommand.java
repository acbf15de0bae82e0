package nl.datakade.cli.table;

import java.util.List;
import java.util.concurrent.Callable;
import nl.datakade.local.Checkout;
import nl.datakade.local.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a file costs that is far larger than the memory it is read in. */
@Command(
        name = "large",
        description = "Write one large file and read it into a table; print seconds and the most memory ever held.",
        mixinStandardHelpOptions = true)
public final class BenchLargeCommand implements Callable<Integer> {

    private static final int MEMORY_MIB = 1_536;

    @Spec
    private CommandSpec spec;

    @Option(names = "--gib", defaultValue = "10", description = "Size of the file (${DEFAULT-VALUE}).")
    private int gibibytes;

    @SuppressWarnings("NullAway.Init")
    public BenchLargeCommand() {}

    @Override
    public Integer call() {
        Machine.require(Checkout.state(), MEMORY_MIB, 2_048L * gibibytes);
        return TableReading.run(
                "BenchLarge",
                List.of(Integer.toString(gibibytes), Checkout.state().toString()),
                spec.commandLine().getErr());
    }
}
