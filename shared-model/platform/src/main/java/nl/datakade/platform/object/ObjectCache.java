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
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Local copies of objects by their SHA-256; a copy is whole or not there, and the longest unused go first. Nobody tells
 * every instance that an object went, so what was not used for a while goes by itself.
 */
final class ObjectCache {

    private static final int SIDE_BY_SIDE = 64;

    private final Path folder;
    private final long limit;
    private final Object[] locks =
            Stream.generate(Object::new).limit(SIDE_BY_SIDE).toArray();

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
            synchronized (lock(sha256)) {
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
            synchronized (lock(sha256)) {
                Files.deleteIfExists(place(sha256));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a query has open stays readable to it. */
    void forgetUnusedSince(Instant moment) {
        try {
            for (var copy : copies()) {
                if (copy.used() < moment.toEpochMilli()) {
                    Files.deleteIfExists(copy.file());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object lock(String sha256) {
        return locks[Math.floorMod(sha256.hashCode(), SIDE_BY_SIDE)];
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
        var copies = copies();
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

    /** The longest unused first. */
    private List<Copy> copies() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file ->
                            new Copy(file, file.toFile().length(), file.toFile().lastModified()))
                    .sorted(Comparator.comparingLong(Copy::used))
                    .toList();
        }
    }

    private record Copy(Path file, long size, long used) {}
}
