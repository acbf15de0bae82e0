package nl.datakade.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * Where the uploads stand that were begun from this machine, so that a program that was killed goes on where it was. A
 * file that changed has another fingerprint, and so starts again.
 */
record UploadNotes(Path folder) {

    /** In the user's cache folder, by the rules of XDG. */
    static UploadNotes of(Map<String, String> environment) {
        String cache = environment.get("XDG_CACHE_HOME");
        Path home =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return new UploadNotes(home.resolve("datakade").resolve("uploads"));
    }

    Optional<String> find(String fingerprint) {
        try {
            Path note = folder.resolve(fingerprint);
            return Files.exists(note) ? Optional.of(Files.readString(note).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(String fingerprint, String upload) {
        try {
            Files.createDirectories(folder);
            Path fresh = Files.writeString(folder.resolve(fingerprint + ".new"), upload + "\n");
            Files.move(fresh, folder.resolve(fingerprint), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String fingerprint) {
        try {
            Files.deleteIfExists(folder.resolve(fingerprint));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
