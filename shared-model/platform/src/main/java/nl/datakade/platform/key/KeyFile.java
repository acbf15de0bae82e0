package nl.datakade.platform.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Supplier;

/** A key in a file that only its owner may read: made at the first call, the same ever after. */
public final class KeyFile {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private KeyFile() {}

    /**
     * What stands in it. The file is there whole or not at all, after a power cut too, and is never replaced: however
     * many processes start at once, all of them find the same.
     */
    public static String kept(Path file, Supplier<String> fresh) {
        try {
            if (!Files.exists(file)) {
                make(file, fresh.get());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("A key cannot be kept in " + file, e);
        }
    }

    private static void make(Path file, String content) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        var made = Files.createTempFile(folder, "key", "", OWNER_ONLY);
        try {
            write(made, content);
            Files.createLink(file, made);
            sync(folder);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // the first one counts
        } finally {
            Files.delete(made);
        }
    }

    private static void write(Path file, String content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** The name too must outlast a power cut, or the next start would make another key. */
    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
