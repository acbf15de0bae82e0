package nl.datakade.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import nl.datakade.local.Checkout;
import picocli.CommandLine.IVersionProvider;

/** Which build this is, of which commit, on which Java. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "unpackaged");
        return new String[] {
            "datakade %s (commit %s)".formatted(version, commit()),
            "Java %s (%s)".formatted(Runtime.version(), System.getProperty("java.vendor"))
        };
    }

    /** Of the checkout, with a mark when files were changed since; unknown where there is no git or no history. */
    private static String commit() {
        try {
            var git = new ProcessBuilder(
                            "git", "-C", Checkout.root().toString(), "describe", "--always", "--dirty", "--abbrev=10")
                    .redirectErrorStream(true)
                    .start();
            var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.onExit().join().exitValue() == 0 ? said : "unknown";
        } catch (IOException e) {
            return "unknown";
        }
    }
}
