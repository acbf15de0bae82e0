package nl.datakade.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/**
 * What the processes of a module load, prepared for the JVM once for all of them: each is ready in about half the time. To
 * make a cache takes as long as several starts, so only a run of all tests does, for the services that it names in
 * {@value #MADE_FOR}; one that is there is always used. A cache holds for these very classes.
 */
final class AotCache {

    /** The environment variable with the names of services whose tests start many processes, separated by commas. */
    static final String MADE_FOR = "DATAKADE_TEST_AOT";

    private static final Path FOLDER = Path.of("target", "aot");

    private final Path folder;
    private final List<Path> entries;

    private AotCache(Path folder, List<Path> entries) {
        this.folder = folder;
        this.entries = entries;
    }

    /** Of this class path, in the module that is tested. */
    static AotCache of(String classPath) {
        var entries = List.of(classPath.split(File.pathSeparator, -1)).stream()
                .filter(entry -> !entry.isBlank()) // it would mean the folder that the process runs in
                .map(entry -> Path.of(entry).toAbsolutePath())
                .filter(Files::exists)
                .toList();
        return new AotCache(FOLDER.resolve(digest(entries)).toAbsolutePath(), entries);
    }

    static boolean isMadeFor(String service) {
        return List.of(System.getenv().getOrDefault(MADE_FOR, "").split(",", -1))
                .contains(service);
    }

    boolean exists() {
        return Files.exists(file());
    }

    Path file() {
        return folder.resolve("classes.aot");
    }

    Path recording() {
        return folder.resolve("classes.aotconf");
    }

    /** The same classes, with a jar in the place of each folder: the JVM prepares nothing that a folder holds. */
    String classPath() {
        return entries.stream()
                .map(entry -> Files.isDirectory(entry) ? jarOf(entry) : entry)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Held by whoever makes it, until it is closed. */
    FileChannel lock() throws IOException {
        Files.createDirectories(folder);
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    void prepare() throws IOException {
        for (var entry : entries) {
            if (Files.isDirectory(entry)) {
                pack(entry, jarOf(entry));
            }
        }
    }

    private Path jarOf(Path directory) {
        return folder.resolve(entries.indexOf(directory) + ".jar");
    }

    private static void pack(Path directory, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : filesIn(directory)) {
                var name = directory.relativize(file).toString().replace('\\', '/');
                if (Files.isDirectory(file)) {
                    out.putNextEntry(new ZipEntry(name + "/"));
                } else {
                    out.putNextEntry(new ZipEntry(name));
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
        }
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> !file.equals(directory)).sorted().toList();
        }
    }

    private static String digest(List<Path> entries) {
        try {
            var seen = new ArrayList<>(List.of(Runtime.version().toString()));
            for (var entry : entries) {
                var files = Files.isDirectory(entry) ? filesIn(entry) : List.of(entry);
                for (var file : files) {
                    if (Files.isRegularFile(file)) {
                        seen.add("%s %d %s".formatted(file, Files.size(file), Files.getLastModifiedTime(file)));
                    }
                }
            }
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", seen).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
