package nl.datakade.cli.build;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "build", description = "Build the five deployables, without tests.", mixinStandardHelpOptions = true)
public final class BuildCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    public BuildCommand() {}

    @Override
    public Integer call() {
        new Build(spec.commandLine().getOut()).all();
        return 0;
    }
}
