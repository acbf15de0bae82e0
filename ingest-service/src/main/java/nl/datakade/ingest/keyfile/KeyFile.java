package nl.datakade.ingest.keyfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A key in a file that only its owner may read: made at the first call, the same ever after. */
public final class KeyFile {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private KeyFile() {}

    /** What stands in it. It is there whole or not at all, so that two instances that start at once find the same. */
    public static String kept(Path file, Supplier<String> fresh) {
        try {
            if (!Files.exists(file)) {
                var folder = file.toAbsolutePath().getParent();
                Files.createDirectories(folder);
                var made = Files.createTempFile(folder, "key", "", OWNER_ONLY);
                Files.writeString(made, fresh.get());
                keepFirst(made, file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keepFirst(Path made, Path file) throws IOException {
        try {
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // the first one counts
        } finally {
            Files.delete(made);
        }
    }
}
