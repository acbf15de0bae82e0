package nl.datakade.push;

import nl.datakade.client.Platform;
import nl.datakade.client.Refusal;
import nl.datakade.client.Unreachable;
import nl.datakade.local.StackProblem;
import picocli.CommandLine;

/** The command push by itself, as the jar that a supplier carries away runs it. */
final class PushMain {
    private PushMain() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new PushCommand(() -> Platform.elsewhere(System.getenv())))
                .setExecutionExceptionHandler((failure, command, _) -> {
                    if (!(failure instanceof StackProblem
                            || failure instanceof Refusal
                            || failure instanceof Unreachable)) {
                        throw failure;
                    }
                    command.getErr().println(failure.getMessage());
                    return failure instanceof StackProblem ? Push.UNUSABLE : Push.UNREACHABLE;
                })
                .execute(args));
    }
}
