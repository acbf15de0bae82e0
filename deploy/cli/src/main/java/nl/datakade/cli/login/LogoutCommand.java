package nl.datakade.cli.login;

import java.util.concurrent.Callable;
import nl.datakade.local.Checkout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "logout",
        description = "Forget who signed in with ./datakade login, and end the session at the identity provider.",
        mixinStandardHelpOptions = true)
public final class LogoutCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    public LogoutCommand() {}

    @Override
    public Integer call() {
        var isSignedOut = new Logins(Checkout.state()).signOut();
        spec.commandLine().getOut().println(isSignedOut ? "Signed out." : "Nobody was signed in.");
        return 0;
    }
}
