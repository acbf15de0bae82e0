package nl.datakade.platform.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB's native library, unpacked once for all workers. Its driver would unpack 70 MB for every process; without the
 * library in its jar it takes the one on the library path: a start is three times as fast, and processes share pages.
 */
final class EngineLibrary {

    private static final String LIBRARY = "libduckdb_java.so";

    /** A folder that the services of a machine share, so that each need not unpack the library for itself. */
    private static final String SHARED_FOLDER = "DATAKADE_ENGINE_DIR";

    private final Path folder;
    private final Path classes;
    private final List<String> classPath;

    private EngineLibrary(Path folder, List<String> classPath) {
        this.folder = folder;
        this.classPath = classPath;
        this.classes =
                folder.resolve("workers-%d-%08x.jsa".formatted(Runtime.version().feature(), classPath.hashCode()));
    }

    /** Unpacks into this directory, or into the one that services share. */
    static EngineLibrary unpackedFor(Path directory, String serviceClassPath) throws IOException {
        var shared = System.getenv(SHARED_FOLDER);
        return unpackedIn(shared == null ? directory : Path.of(shared).toAbsolutePath(), serviceClassPath);
    }

    /** Unpacks into a folder of this directory what is not there yet. Several services may do so at once. */
    private static EngineLibrary unpackedIn(Path directory, String serviceClassPath) throws IOException {
        Files.createDirectories(directory);
        var classPath = new WorkerClassPath(directory).of(serviceClassPath);
        var jar = driverOn(classPath);
        var name = jar == null ? "none" : jar.getFileName() + "-" + Files.size(jar);
        var library = new EngineLibrary(directory.resolve("engine-" + name), classPath);
        Files.createDirectories(library.folder);
        if (jar != null && !Files.exists(library.driver())) {
            library.unpack(jar);
        }
        return library;
    }

    /** The class path for workers: the service's, the driver's jar replaced by the one without libraries. */
    String classPath() {
        boolean unpacked = Files.exists(driver());
        return classPath.stream()
                .map(entry -> unpacked && isDriver(entry) ? driver().toString() : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    Path folder() {
        return folder;
    }

    /** Where the first worker that ends leaves its loaded classes for the next to start from. */
    Path classes() {
        return classes;
    }

    private Path driver() {
        return folder.resolve("driver.jar");
    }

    private static boolean isDriver(String entry) {
        return entry.contains("duckdb_jdbc") && entry.endsWith(".jar");
    }

    private void unpack(Path jar) throws IOException {
        try (var source = new JarFile(jar.toFile())) {
            var entry = source.getEntry(LIBRARY + "_" + platform());
            if (entry == null) {
                return;
            }
            var part = Files.createTempFile(folder, "library", ".part");
            try (var content = source.getInputStream(entry)) {
                Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, folder.resolve(System.mapLibraryName("duckdb_java")), StandardCopyOption.ATOMIC_MOVE);
            var classesOnly = Files.createTempFile(folder, "driver", ".part");
            copyWithoutLibraries(source, classesOnly);
            // whoever unpacks it, its date is one: the JVM compares it with that of the classes it keeps
            Files.setLastModifiedTime(classesOnly, Files.getLastModifiedTime(jar));
            Files.move(classesOnly, driver(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void copyWithoutLibraries(JarFile source, Path target) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(target))) {
            for (var entry : Collections.list(source.entries())) {
                if (!entry.getName().startsWith(LIBRARY)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    try (var content = source.getInputStream(entry)) {
                        content.transferTo(out);
                    }
                    out.closeEntry();
                }
            }
        }
    }

    /** As the driver names the libraries in its jar: {@code linux_amd64}. */
    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return (system.startsWith("mac") ? "macos" : system.startsWith("windows") ? "windows" : "linux")
                + (processor.equals("aarch64") || processor.equals("arm64") ? "_arm64" : "_amd64");
    }

    private static @Nullable Path driverOn(List<String> classPath) {
        return classPath.stream()
                .filter(EngineLibrary::isDriver)
                .map(Path::of)
                .findFirst()
                .orElse(null);
    }
}
