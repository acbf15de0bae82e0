package nl.datakade.platform.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Whatever this process and its worker processes write is for the service's own user only. That is the process's file
 * mode mask and not a matter of each place that writes: engines and libraries, which create files of their own, keep to it.
 */
public final class PrivateFiles {

    private static final int OTHERS = 0077;
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /** From now on every new file is 0600 and every new folder 0700; before the first is created. */
    public static void byDefault() {
        if (isPosix()) {
            maskOthers();
        }
    }

    /** Takes from others what an earlier start, or somebody's hand, left open in this folder. */
    public static void tighten(Path folder) {
        if (!isPosix() || !Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new Tightening());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder " + folder + " cannot be closed to other users; give the service one of its own with"
                            + " DATAKADE_WORK_DIR",
                    e);
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    @SuppressWarnings(
            "restricted") // Java has no other way to the mask; the services are started with access to native code
    private static void maskOthers() {
        var linker = Linker.nativeLinker();
        var umask = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("umask"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try {
            int _ = (int) umask.invokeExact(OTHERS);
        } catch (Throwable e) {
            throw new IllegalStateException("The file mode mask cannot be set", e);
        }
    }

    private static final class Tightening extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            limit(folder, FOLDER);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile()) {
                limit(file, FILE);
            }
            return FileVisitResult.CONTINUE;
        }

        /** Another instance may remove its own meanwhile. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        private static void limit(Path path, Set<PosixFilePermission> most) throws IOException {
            try {
                if (!most.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))) {
                    Files.setPosixFilePermissions(path, most);
                }
            } catch (NoSuchFileException e) {
                // removed meanwhile
            }
        }
    }
}
