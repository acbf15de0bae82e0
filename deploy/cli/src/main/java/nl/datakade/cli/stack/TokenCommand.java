package nl.datakade.cli.stack;

import java.util.concurrent.Callable;
import nl.datakade.cli.api.Platform;
import nl.datakade.cli.api.Somebody;
import nl.datakade.cli.api.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "token",
        description = "Print an access token of a demo user or of a department's client.",
        mixinStandardHelpOptions = true)
public final class TokenCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "USER",
            description = "steward, owner, grantor, analyst, privacy, fg, admin, medewerker or department-<slug>.")
    private String user;

    @SuppressWarnings("NullAway.Init")
    public TokenCommand() {}

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(new Tokens(Platform.here()).of(Somebody.named(user)));
        return 0;
    }
}
