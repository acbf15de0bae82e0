package nl.datakade.cli.stack;

import java.util.concurrent.Callable;
import nl.datakade.cli.api.Platform;
import nl.datakade.cli.api.Somebody;
import nl.datakade.cli.api.Tokens;
import nl.datakade.cli.login.Logins;
import nl.datakade.local.Checkout;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "token",
        description = {
            "Print an access token: your own after ./datakade login,",
            "or that of a demo user or of a department's client by name."
        },
        mixinStandardHelpOptions = true)
public final class TokenCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "USER",
            description = "steward, owner, grantor, analyst, privacy, fg, admin, medewerker or department-<slug>.")
    private @Nullable String user;

    @SuppressWarnings("NullAway.Init")
    public TokenCommand() {}

    @Override
    public Integer call() {
        var token = user == null
                ? new Logins(Checkout.state()).token()
                : new Tokens(Platform.here()).of(Somebody.named(user));
        spec.commandLine().getOut().println(token);
        return 0;
    }
}
