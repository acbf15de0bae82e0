package nl.datakade.cli.stack;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What {@code up} leaves running in the background. */
@Command(name = "train", description = "Prepare the next start of the services.", hidden = true)
public final class TrainCommand implements Callable<Integer> {

    public TrainCommand() {}

    @Override
    public Integer call() {
        Training.train(LocalSystem.here());
        return 0;
    }
}
