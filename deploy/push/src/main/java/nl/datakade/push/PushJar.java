package nl.datakade.push;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import nl.datakade.local.StackProblem;

/** This command as one jar that needs nothing but a Java 25, for a supplier's machine. The build makes it. */
final class PushJar {

    private static final String STANDALONE = "-standalone.jar";

    private PushJar() {}

    static void copyTo(Path out) throws IOException {
        var own = own();
        var name = own.getFileName().toString();
        var standalone =
                name.endsWith(STANDALONE) ? own : own.resolveSibling(name.replaceFirst("\\.jar$", "") + STANDALONE);
        if (!Files.isRegularFile(standalone)) {
            throw new StackProblem("%s is not there: run ./datakade build.".formatted(standalone));
        }
        Files.copy(standalone, out, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The jar in which this class is. */
    private static Path own() {
        try {
            return Path.of(PushJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
