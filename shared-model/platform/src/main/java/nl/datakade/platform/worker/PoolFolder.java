package nl.datakade.platform.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder of one pool, named after its service's process, so that the next can remove what a killed one left. */
final class PoolFolder {

    private static final String PREFIX = "pool-";

    private PoolFolder() {}

    static Path createIn(Path directory) throws IOException {
        Files.createDirectories(directory);
        removeLeftovers(directory);
        return Files.createTempDirectory(
                directory, PREFIX + ProcessHandle.current().pid() + "-");
    }

    static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // temporary; a later pool removes what is left
        }
    }

    private static void removeLeftovers(Path directory) throws IOException {
        try (var folders = Files.newDirectoryStream(directory, PREFIX + "*")) {
            for (var folder : folders) {
                long owner = Long.parseLong(folder.getFileName().toString().replaceAll("^pool-(\\d+)-.*", "$1"));
                if (ProcessHandle.of(owner).isEmpty()) {
                    remove(folder);
                }
            }
        }
    }
}
