package nl.datakade.cli.login;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import nl.datakade.client.Transport;
import nl.datakade.local.StackProblem;

/** The person who is signed in on this machine: one at a time, whatever the platform. */
public final class Logins {

    private final Path state;
    private final Transport transport = new Transport();

    /**
     * Looks in this folder, and keeps the login there.
     *
     * @param state the checkout's state
     */
    public Logins(Path state) {
        this.state = state;
    }

    /** Signs a person in, who is shown what to do, and returns the user name. */
    String signIn(URI issuer, Consumer<DeviceLogin.Code> shown) {
        var device = new DeviceLogin(Provider.at(issuer, transport), transport);
        var code = device.ask();
        shown.accept(code);
        var login = device.await(code);
        login.write(state);
        return login.userName();
    }

    /** An access token of the person who is signed in, refreshed where it has expired. */
    public String token() {
        var login = SavedLogin.read(state);
        if (login == null) {
            throw new StackProblem("Nobody is signed in: run ./datakade login, or name a user of the demo.");
        }
        if (login.access().isValid()) {
            return login.access().value();
        }
        var refreshed = new DeviceLogin(Provider.at(login.issuer(), transport), transport).refreshed(login);
        if (refreshed == null) {
            SavedLogin.delete(state);
            throw new StackProblem("Your session has ended: run ./datakade login again.");
        }
        refreshed.write(state);
        return refreshed.access().value();
    }

    /** Forgets the login here, whatever happens, and ends it at the provider; false when nobody was signed in. */
    boolean signOut() {
        var login = SavedLogin.read(state);
        if (login == null) {
            return false;
        }
        SavedLogin.delete(state);
        new DeviceLogin(Provider.at(login.issuer(), transport), transport).revoke(login);
        return true;
    }
}
