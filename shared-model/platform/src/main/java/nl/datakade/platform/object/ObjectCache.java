package nl.datakade.platform.object;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Local copies of objects by their SHA-256, encrypted with a key that only this process has: they hold people's data, and
 * disks are backed up, swapped and thrown away. A copy is whole or not there, and the longest unused go first. Nobody
 * reports to every instance that an object went, so what was not used for a while goes by itself.
 */
final class ObjectCache {

    private static final int SIDE_BY_SIDE = 64;
    private static final int BLOCK = 16;

    private final Path folder;
    private final long limit;
    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();
    private final Object[] locks =
            Stream.generate(Object::new).limit(SIDE_BY_SIDE).toArray();

    ObjectCache(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
        var secret = new byte[2 * BLOCK];
        random.nextBytes(secret);
        this.key = new SecretKeySpec(secret, "AES");
    }

    /** The object as a plain file in this folder, named by its hash; the caller removes it. */
    Path copy(String sha256, Path to, Supplier<InputStream> source) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
        }
        try {
            // one download of the same object at a time
            synchronized (lock(sha256)) {
                var plain = to.resolve(sha256);
                if (!Files.exists(plain) && !decrypted(sha256, plain)) {
                    fetch(place(sha256), sha256, source);
                    evict(place(sha256));
                    if (!decrypted(sha256, plain)) {
                        throw new IOException("The copy of " + sha256 + " was removed at once");
                    }
                }
                return plain;
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

    /** False when there is no copy; one that is damaged is removed. */
    private boolean decrypted(String sha256, Path plain) throws IOException {
        var copy = place(sha256);
        try (var sealed = Files.newInputStream(copy)) {
            Files.setLastModifiedTime(copy, FileTime.from(Instant.now()));
            var start = sealed.readNBytes(BLOCK);
            if (start.length == BLOCK
                    && isWritten(new CipherInputStream(sealed, cipher(Cipher.DECRYPT_MODE, start)), sha256, plain)) {
                return true;
            }
        } catch (NoSuchFileException e) {
            return false;
        }
        Files.deleteIfExists(copy);
        return false;
    }

    /** Whoever finds a file under that name takes it for whole, so it gets the name last; false when it is not that object. */
    static boolean isWritten(InputStream content, String sha256, Path plain) throws IOException {
        var part = Files.createTempFile(plain.toAbsolutePath().getParent(), "part", null);
        try (var in = new DigestInputStream(content, sha256())) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            var whole = HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(sha256);
            if (whole) {
                Files.move(part, plain, StandardCopyOption.ATOMIC_MOVE);
            }
            return whole;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void fetch(Path copy, String sha256, Supplier<InputStream> source) throws IOException {
        Files.createDirectories(copy.getParent());
        var part = Files.createTempFile(copy.getParent(), "part", null);
        try {
            var digest = sha256();
            try (var in = new DigestInputStream(source.get(), digest);
                    var out = sealed(Files.newOutputStream(part))) {
                in.transferTo(out);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                throw new IOException("object differs from its recorded SHA-256 " + sha256);
            }
            Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Every copy begins with where its key stream starts; the hash says whether it is whole. */
    private OutputStream sealed(OutputStream file) throws IOException {
        var start = random(BLOCK);
        file.write(start);
        return new CipherOutputStream(file, cipher(Cipher.ENCRYPT_MODE, start));
    }

    private Cipher cipher(int mode, byte[] start) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, key, new IvParameterSpec(start));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] random(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
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
