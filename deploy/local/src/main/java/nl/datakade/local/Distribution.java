package nl.datakade.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/** Programs unpacked once and shared by every stack of this checkout; never changed afterwards. */
final class Distribution {

    /** Fills an empty folder. */
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    private final Path home;

    Distribution(Path checkout) {
        this.home = checkout.resolve(".datakade").resolve("dist");
    }

    /** The folder of this name; filled under a lock and moved into place when complete. */
    Path folder(String name, Filling filling) {
        var folder = home.resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Files.createDirectories(home);
            try (var channel = FileChannel.open(
                            home.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(folder)) {
                    var fresh = home.resolve(name + ".new");
                    delete(fresh);
                    Files.createDirectories(fresh);
                    filling.fill(fresh);
                    Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new StackProblem("%s cannot be unpacked to %s: %s.".formatted(name, home, e.getMessage()), e);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
