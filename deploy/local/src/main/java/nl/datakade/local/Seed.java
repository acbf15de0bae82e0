package nl.datakade.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * PostgreSQL's data as it is once the databases are made and Keycloak has its realm. Kept so that the next temporary
 * stack starts from a copy of it, in a third of the time.
 */
final class Seed {

    private static final List<String> KEPT = List.of("secrets.properties", "data/postgres");

    private final Path checkout;

    Seed(Path checkout) {
        this.checkout = checkout;
    }

    /** Fills the state folder of a new stack. */
    void plant(Path state) {
        var seed = new Distribution(checkout).folder("seed-" + fingerprint(), this::grow);
        KEPT.forEach(name -> copy(seed.resolve(name), state.resolve(name)));
    }

    private void grow(Path folder) throws IOException {
        var stack = LocalStack.temporary(folder.resolve("growing"), Ports.free());
        try {
            stack.start(Progress.SILENT);
        } finally {
            stack.stop(Progress.SILENT);
        }
        for (var name : KEPT) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.move(stack.state().resolve(name), folder.resolve(name));
        }
        Distribution.delete(stack.state());
    }

    /** Changes with whatever is in the data: the programs, the realm, the databases. */
    private String fingerprint() {
        return "%08x"
                .formatted(Objects.hash(
                        Archives.place("postgres.version"),
                        Archives.place("keycloak.version"),
                        PostgresDatabases.LAYOUT,
                        KeycloakServer.importFiles(checkout).stream()
                                .map(Seed::read)
                                .toList()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            Files.createDirectories(to.getParent());
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
