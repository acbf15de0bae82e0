package nl.datakade.cli.api;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints an access token, for use in curl. */
@Command(
        name = "token",
        description = "Print an access token of a demo user or of a department's client.",
        mixinStandardHelpOptions = true)
public final class TokenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "USER",
            description = "steward, owner, grantor, analyst, privacy, fg, admin, or department-SLUG.")
    private String user;

    @SuppressWarnings("NullAway.Init")
    public TokenCommand() {}

    @Override
    public Integer call() {
        try {
            spec.commandLine().getOut().println(new Tokens(Platform.here()).of(Somebody.named(user)));
            return 0;
        } catch (Refusal | Unreachable e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }
}
