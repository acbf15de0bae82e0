package nl.datakade.platform.worker;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
 * the others; a worker needs them named, so that one of them can be replaced.
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
            var file = Path.of(entry).toAbsolutePath();
            var named = namedBy(file);
            if (named == null) {
                entries.add(file.toString());
            } else {
                entries.add(withoutManifest(file).toString());
                for (var other : named.split(" ", -1)) {
                    entries.add(resolved(file, other).toString());
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
        var copy = folder.resolve("classes-%d-%d.jar"
                .formatted(Files.size(file), Files.getLastModifiedTime(file).toMillis()));
        if (!Files.exists(copy)) {
            var part = Files.createTempFile(folder, "classes", ".part");
            try (var source = new JarFile(file.toFile());
                    var out = new JarOutputStream(Files.newOutputStream(part))) {
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
            Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }
}
