package nl.datakade.cli.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import nl.datakade.cli.SystemUnderTest;
import nl.datakade.client.AccessToken;
import nl.datakade.client.Platform;
import nl.datakade.client.Transport;
import nl.datakade.local.Ports;
import nl.datakade.local.Secrets;
import nl.datakade.local.StackProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person signs in at the real Keycloak, in a browser, for the command line. */
class LoginIT {

    /** The Keycloak that the environment names is enough; else the whole system's. */
    private final Platform platform = System.getenv("DATAKADE_ISSUER") == null
            ? SystemUnderTest.platform()
            : new Platform(System.getenv(), Ports.standard(System.getenv()), Secrets.in(Path.of("")));

    private final Transport transport = new Transport();

    @TempDir
    private Path state;

    @Test
    void aPersonSignsInWithABrowserAndTheTokenIsThatPersons() throws Exception {
        assertThat(signIn("analyst", true)).isEqualTo("analyst");

        var login = Objects.requireNonNull(SavedLogin.read(state));
        assertThat(login.userName()).isEqualTo("analyst");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("login.properties"))))
                .isEqualTo("rw-------");
        assertThat(new Logins(state).token())
                .as("that of the login, as long as it is valid")
                .isEqualTo(login.access().value());
    }

    @Test
    void anExpiredTokenIsRefreshedWithoutABrowser() throws Exception {
        signIn("analyst", true);
        var login = Objects.requireNonNull(SavedLogin.read(state));
        new SavedLogin(login.issuer(), new AccessToken(login.access().value(), Instant.EPOCH), login.refreshToken())
                .write(state);

        var token = new Logins(state).token();

        assertThat(token).isNotEqualTo(login.access().value());
        assertThat(Objects.requireNonNull(SavedLogin.read(state)).access().value())
                .isEqualTo(token);
        assertThat(Objects.requireNonNull(SavedLogin.read(state)).userName()).isEqualTo("analyst");
    }

    @Test
    void afterSigningOutTheRefreshTokenIsWorthNothing() throws Exception {
        signIn("analyst", true);
        var login = Objects.requireNonNull(SavedLogin.read(state));

        assertThat(new Logins(state).signOut()).isTrue();

        assertThat(new Logins(state).signOut()).as("nobody is signed in").isFalse();
        assertThatThrownBy(() -> new Logins(state).token())
                .isInstanceOf(StackProblem.class)
                .hasMessageContaining("run ./datakade login");
        new SavedLogin(login.issuer(), new AccessToken("expired", Instant.EPOCH), login.refreshToken()).write(state);
        assertThatThrownBy(() -> new Logins(state).token())
                .isInstanceOf(StackProblem.class)
                .hasMessageContaining("session has ended");
    }

    @Test
    void whoSaysNoIsNotSignedIn() {
        assertThatThrownBy(() -> signIn("analyst", false)).hasMessageContaining("refused in the browser");
        assertThat(SavedLogin.read(state)).isNull();
    }

    @Test
    void aCodeWithoutItsVerifierGetsNoToken() throws Exception {
        var device = new DeviceLogin(Provider.at(platform.issuer(), transport), transport);
        var code = device.ask();
        approve(code, "analyst", true);
        var stolen = new DeviceLogin.Code(
                code.device(), code.user(), code.page(), code.interval(), code.ends(), "x".repeat(43));

        assertThatThrownBy(() -> device.await(stolen))
                .isInstanceOf(StackProblem.class)
                .hasMessageContaining("PKCE");
    }

    @Test
    void aTokenGoesToNobodyWhoIsNoIssuerOrIsAskedUnencrypted() {
        assertThatThrownBy(() -> Provider.at(URI.create("http://login.example.nl/realms/datakade"), transport))
                .hasMessageContaining("not an https address");
        assertThatThrownBy(() -> Provider.at(URI.create(platform.issuer() + "-elsewhere"), transport))
                .hasMessageContaining("not the address of an issuer");
        assertThat(transport
                        .send(
                                "Keycloak",
                                HttpRequest.newBuilder(platform.issuer()).build())
                        .status())
                .as("the real one answers")
                .isEqualTo(200);
    }

    /** The person answers as soon as the code is shown; the command line hears of it when it asks next. */
    private String signIn(String user, boolean isAllowed) throws Exception {
        var browser = new CompletableFuture<Void>();
        var name = new Logins(state).signIn(platform.issuer(), code -> {
            assertThat(code.page()).contains(code.user());
            try {
                approve(code, user, isAllowed);
                browser.complete(null);
            } catch (Exception e) {
                browser.completeExceptionally(e);
                throw new IllegalStateException(e);
            }
        });
        browser.get();
        return name;
    }

    private void approve(DeviceLogin.Code code, String user, boolean isAllowed) throws Exception {
        try (var person = new Approver()) {
            person.answer(code.page(), user, platform.passwordOfUsers(), isAllowed);
        }
    }
}
