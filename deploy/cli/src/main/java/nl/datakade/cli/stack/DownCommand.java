package nl.datakade.cli.stack;

import java.util.concurrent.Callable;
import nl.datakade.cli.console.ConsoleProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "down", description = "Stop everything; the data stays.", mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    public DownCommand() {}

    @Override
    public Integer call() {
        LocalSystem.here().stop(new ConsoleProgress(spec.commandLine().getOut()));
        return 0;
    }
}
