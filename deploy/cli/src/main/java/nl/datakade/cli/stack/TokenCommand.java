package nl.datakade.cli.stack;

import java.util.concurrent.Callable;
import nl.datakade.cli.login.Logins;
import nl.datakade.client.Platform;
import nl.datakade.client.Somebody;
import nl.datakade.client.Tokens;
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
