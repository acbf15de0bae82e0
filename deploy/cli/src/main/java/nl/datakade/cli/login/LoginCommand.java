package nl.datakade.cli.login;

import java.net.URI;
import java.util.concurrent.Callable;
import nl.datakade.client.Platform;
import nl.datakade.local.Checkout;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "login",
        description = {
            "Sign in as yourself, in a browser on this or another machine.",
            "Afterwards ./datakade token without a name prints your access token, as long as your session lasts."
        },
        mixinStandardHelpOptions = true)
public final class LoginCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--issuer",
            paramLabel = "URL",
            description = "The identity provider, such as https://login.example.nl/realms/datakade;"
                    + " DATAKADE_ISSUER, else this machine's, when it is not given.")
    private @Nullable URI issuer;

    @SuppressWarnings("NullAway.Init")
    public LoginCommand() {}

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var user = new Logins(Checkout.state())
                .signIn(issuer == null ? Platform.here().issuer() : issuer, code -> {
                    out.printf(
                            "Open this page in a browser, check that it shows the code %s, and sign in:%n  %s%n",
                            code.user(), code.page());
                    out.flush();
                });
        out.printf("Signed in as %s.%n", user);
        return 0;
    }
}
