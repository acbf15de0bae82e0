package nl.datakade.cli.stack;

import java.util.concurrent.Callable;
import nl.datakade.cli.build.Build;
import nl.datakade.cli.console.ConsoleProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        description = "Start everything that does not run yet, with the data there is.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    public UpCommand() {}

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        new Build(out).ifStale();
        var system = LocalSystem.here();
        system.start(new ConsoleProgress(out));
        Training.inBackground(system);
        return 0;
    }
}
