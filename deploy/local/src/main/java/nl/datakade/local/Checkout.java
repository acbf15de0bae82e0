package nl.datakade.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project stands on disk. */
public final class Checkout {

    private Checkout() {}

    /** The folder with {@code deploy/keycloak}: the system property {@code datakade.home}, else this folder or one above. */
    public static Path root() {
        var home = System.getProperty("datakade.home");
        var start = Path.of(home == null ? "" : home).toAbsolutePath().normalize();
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(realm(folder))) {
                return folder;
            }
        }
        throw new StackProblem("No Datakade checkout at or above %s: start from the checkout, or set -Ddatakade.home."
                .formatted(start));
    }

    /** Where the demo keeps everything it writes. */
    public static Path state() {
        return root().resolve(".datakade");
    }

    static Path realm(Path root) {
        return root.resolve("deploy/keycloak/datakade-realm.json");
    }
}
