package nl.datakade.platform.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder that belongs to one running instance. The instance holds a lock on a file in it for as long as it lives;
 * the kernel releases that lock when the process ends, however it ends. A later instance removes the folders that
 * nobody holds, and never touches one that somebody does: process ids would not say this across containers that
 * share a volume. Only the user of the service can enter it.
 */
public final class InstanceFolder implements AutoCloseable {

    private static final String PREFIX = "instance-";
    private static final String LOCK = "lock";
    /** Held while folders are created or removed, so that a new folder is never seen before it is locked. */
    private static final String DOOR = ".instances";

    /**
     * The folders of this process. Their locks must not be tried here: closing any channel of a file releases every
     * lock that the process has on it.
     */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private static final Object IN_PROCESS = new Object();

    private final Path path;
    private final FileChannel channel;

    private InstanceFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** A new, empty folder in this directory; folders of instances that ended are removed first. */
    public static InstanceFolder createIn(Path directory) {
        try {
            createPrivate(directory);
            synchronized (IN_PROCESS) {
                try (var door = open(directory.resolve(DOOR));
                        var _ = door.lock()) {
                    removeLeftovers(directory.toRealPath());
                    return create(directory.toRealPath());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + directory + " cannot be used", e);
        }
    }

    /** Creates a directory, with those above it, that only the user of this process can enter. */
    public static Path createPrivate(Path directory) throws IOException {
        return Files.createDirectories(directory, attributes("rwx------"));
    }

    public Path path() {
        return path;
    }

    /** Removes the folder with all that is in it. */
    @Override
    public void close() {
        synchronized (IN_PROCESS) {
            removeBehindTheDoor();
            OWN.remove(path);
            try {
                channel.close();
            } catch (IOException e) {
                // the lock ends with the process at the latest
            }
        }
    }

    private void removeBehindTheDoor() {
        var directory = path.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            return;
        }
        try (var door = open(directory.resolve(DOOR));
                var _ = door.lock()) {
            remove(path);
        } catch (IOException e) {
            // a later instance removes it
        }
    }

    private static InstanceFolder create(Path directory) throws IOException {
        var folder = Files.createDirectory(directory.resolve(PREFIX + UUID.randomUUID()), attributes("rwx------"));
        var channel = open(folder.resolve(LOCK));
        try {
            if (channel.tryLock() == null) {
                throw new IOException("A new folder is locked already");
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        OWN.add(folder);
        return new InstanceFolder(folder, channel);
    }

    private static void removeLeftovers(Path directory) throws IOException {
        try (var folders = Files.newDirectoryStream(directory, PREFIX + "*")) {
            for (var folder : folders) {
                if (!OWN.contains(folder) && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    removeUnlessHeld(folder);
                }
            }
        }
    }

    static void removeUnlessHeld(Path folder) throws IOException {
        try (var channel = open(folder.resolve(LOCK));
                var lock = tryLock(channel)) {
            if (lock != null) {
                remove(folder);
            }
        } catch (AccessDeniedException e) {
            // of another user, who is to remove it
        } catch (NoSuchFileException e) {
            // its instance removed it meanwhile
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        return channel.tryLock();
    }

    /** The lock's file goes last: a removal that was interrupted is found and completed. */
    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.<Path, Boolean>comparing(file -> isLock(folder, file))
                            .thenComparing(Comparator.reverseOrder()))
                    .toList()) {
                if (!file.equals(folder)) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        } catch (IOException | UncheckedIOException e) {
            // a later instance removes what is left
        }
    }

    private static boolean isLock(Path folder, Path file) {
        return file.equals(folder.resolve(LOCK));
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), attributes("rw-------"));
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
