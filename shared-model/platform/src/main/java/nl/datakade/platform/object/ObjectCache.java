package nl.datakade.platform.object;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Local copies of objects by their SHA-256; a copy is whole or not there, and the longest unused go first. */
final class ObjectCache {

    private final Path folder;
    private final long limit;
    private final ConcurrentHashMap<String, Object> locks = new ConcurrentHashMap<>();

    ObjectCache(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    Path get(String sha256, Supplier<InputStream> source) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
        }
        try {
            // one download of the same object at a time
            synchronized (locks.computeIfAbsent(sha256, _ -> new Object())) {
                var copy = place(sha256);
                if (Files.exists(copy)) {
                    Files.setLastModifiedTime(copy, FileTime.from(Instant.now()));
                } else {
                    fetch(copy, sha256, source);
                    evict(copy);
                }
                return copy;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(String sha256) {
        try {
            synchronized (locks.computeIfAbsent(sha256, _ -> new Object())) {
                Files.deleteIfExists(place(sha256));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static void fetch(Path copy, String sha256, Supplier<InputStream> source) throws IOException {
        Files.createDirectories(copy.getParent());
        var part = Files.createTempFile(copy.getParent(), "part", null);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(source.get(), digest)) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                throw new IOException("object differs from its recorded SHA-256 " + sha256);
            }
            Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private synchronized void evict(Path keep) throws IOException {
        try (var files = Files.walk(folder)) {
            var copies = files.filter(Files::isRegularFile)
                    .map(file ->
                            new Copy(file, file.toFile().length(), file.toFile().lastModified()))
                    .sorted(Comparator.comparingLong(Copy::used))
                    .toList();
            long total = copies.stream().mapToLong(Copy::size).sum();
            for (var copy : copies) {
                if (total <= limit) {
                    return;
                }
                if (!copy.file().equals(keep) && Files.deleteIfExists(copy.file())) {
                    total -= copy.size();
                }
            }
        }
    }

    private record Copy(Path file, long size, long used) {}
}
