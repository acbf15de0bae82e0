package nl.datakade.platform.worker;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * The service's class path, entry by entry. A service started with {@code java -jar} has one jar whose manifest names
 * the others; a worker needs them named, so that one of them can be replaced. A folder of classes, as a service has where
 * it is developed, becomes a jar: the JVM keeps no loaded classes for later starts while its class path has a folder.
 */
final class WorkerClassPath {

    private final Path folder;

    /** Keeps copies of jars without their manifest's class path in this folder. */
    WorkerClassPath(Path folder) {
        this.folder = folder;
    }

    List<String> of(String classPath) throws IOException {
        var entries = new ArrayList<String>();
        for (var entry : classPath.split(File.pathSeparator, -1)) {
            if (entry.isBlank()) { // the folder that the service runs in, which is none of classes
                continue;
            }
            var file = Path.of(entry).toAbsolutePath();
            var named = namedBy(file);
            if (Files.isDirectory(file)) {
                entries.add(packed(file).toString());
            } else if (named == null) {
                entries.add(file.toString());
            } else {
                entries.add(withoutManifest(file).toString());
                for (var other : named.split(" ", -1)) {
                    var resolved = resolved(file, other);
                    entries.add((Files.isDirectory(resolved) ? packed(resolved) : resolved).toString());
                }
            }
        }
        return entries;
    }

    private static Path resolved(Path jar, String other) {
        var uri = URI.create(other);
        return uri.isAbsolute() ? Path.of(uri) : jar.resolveSibling(uri.getPath());
    }

    private static @Nullable String namedBy(Path file) throws IOException {
        if (!file.toString().endsWith(".jar") || !Files.isRegularFile(file)) {
            return null;
        }
        try (var jar = new JarFile(file.toFile())) {
            var manifest = jar.getManifest();
            var named = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return named == null || named.isBlank() ? null : named.strip();
        }
    }

    private Path withoutManifest(Path file) throws IOException {
        return once(file, Files.size(file), Files.getLastModifiedTime(file).toMillis(), out -> {
            try (var source = new JarFile(file.toFile())) {
                for (var entry : Collections.list(source.entries())) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new ZipEntry(entry.getName()));
                        try (var content = source.getInputStream(entry)) {
                            content.transferTo(out);
                        }
                        out.closeEntry();
                    }
                }
            }
        });
    }

    private Path packed(Path directory) throws IOException {
        List<Path> files;
        try (var found = Files.walk(directory)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        long size = 0;
        long newest = 0;
        for (var file : files) {
            size += Files.size(file);
            newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
        }
        return once(directory, size, newest, out -> {
            for (var file : files) {
                out.putNextEntry(
                        new ZipEntry(directory.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        });
    }

    /** What fills a jar. */
    private interface Content {
        void writeTo(JarOutputStream out) throws IOException;
    }

    /** Several services may do so at once, and make the same: the JVM compares the date too with what it keeps. */
    private Path once(Path original, long size, long modified, Content content) throws IOException {
        var copy = folder.resolve("classes-%08x-%d-%d.jar".formatted(original.hashCode(), size, modified));
        if (!Files.exists(copy)) {
            var part = Files.createTempFile(folder, "classes", ".part");
            try (var out = new JarOutputStream(Files.newOutputStream(part))) {
                content.writeTo(out);
            }
            Files.setLastModifiedTime(part, FileTime.fromMillis(modified));
            Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }
}
