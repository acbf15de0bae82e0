package nl.datakade.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.datakade.local.StackProblem;

/**
 * One of the five deployables.
 *
 * @param heapMiB what it may use; native engines and worker processes come on top
 * @param hot whether it works through bytes or values itself, and is worth the optimising compiler's time and memory
 */
public record Service(String name, String module, int heapMiB, boolean hot) {

    /** In the order in which they are best started and, reversed, stopped. */
    public static final List<Service> ALL = List.of(
            new Service("ingest", "ingest-service", 256, true),
            new Service("catalog", "catalog-service", 192, false),
            new Service("quality", "quality-service", 192, true),
            new Service("access", "access-service", 192, false),
            new Service("portal", "portal", 128, false));

    /** The executable jar that the build made. */
    Path jar(Path checkout) {
        var target = checkout.resolve(module).resolve("target");
        try (var files = Files.list(target)) {
            return files.filter(this::isJar).findFirst().orElseThrow(this::unbuilt);
        } catch (java.nio.file.NoSuchFileException e) {
            throw unbuilt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isJar(Path file) {
        return file.getFileName().toString().matches(module + "-[0-9].*\\.jar");
    }

    private StackProblem unbuilt() {
        return new StackProblem("%s is not built: run ./datakade build.".formatted(module));
    }
}
