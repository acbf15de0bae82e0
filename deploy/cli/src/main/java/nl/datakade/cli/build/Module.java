package nl.datakade.cli.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.datakade.local.StackProblem;

/**
 * One module of the build that makes an executable jar.
 *
 * @param folder of the module, below the checkout
 * @param libraries folders of this project's own modules that stand in the jar too
 * @param classifier what follows the version in the name of the executable jar, empty for nothing
 */
public record Module(String folder, List<String> libraries, String classifier) {

    public static final Module TABLE_READER = new Module("ingest-service/table-reader", List.of(), "-exec");

    public static final Module INGEST =
            service("ingest-service/service", "ingest-service/table-reader", "ingest-service/source-client");

    public static final Module CATALOG = service("catalog-service");
    public static final Module QUALITY = service("quality-service");
    public static final Module ACCESS = service("access-service");
    public static final Module PORTAL = service("portal");

    static final List<Module> SERVICES = List.of(INGEST, CATALOG, QUALITY, ACCESS, PORTAL);

    private static Module service(String folder, String... libraries) {
        var all = Stream.concat(Stream.of("shared-model/contracts", "shared-model/platform"), Stream.of(libraries));
        return new Module(folder, all.toList(), "");
    }

    /** The executable jar that the build made. */
    public Path jar(Path checkout) {
        return built(checkout)
                .orElseThrow(() -> new StackProblem("%s is not built: run ./datakade build.".formatted(folder)));
    }

    Optional<Path> built(Path checkout) {
        try (var files = Files.list(checkout.resolve(folder).resolve("target"))) {
            return files.filter(this::isJar).findFirst();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isJar(Path file) {
        return file.getFileName().toString().matches("[a-z-]+-[0-9.]+(-SNAPSHOT)?" + classifier + "\\.jar");
    }

    /** The folders whose sources make this jar. */
    Stream<String> sources() {
        return Stream.concat(Stream.of(folder), libraries.stream());
    }
}
