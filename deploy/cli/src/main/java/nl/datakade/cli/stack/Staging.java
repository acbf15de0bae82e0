package nl.datakade.cli.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import nl.datakade.cli.build.Module;
import nl.datakade.local.Machine;
import nl.datakade.local.StackProblem;

/**
 * Services run from an extracted copy of their jar, named after its content: a rebuild in the same checkout does not
 * touch what runs, and what was learnt of one build is not used for another.
 */
final class Staging {

    static final String JAR = "app.jar";

    private final Path checkout;
    private final Path home;

    Staging(Path checkout, Path state) {
        this.checkout = checkout;
        this.home = state.resolve("app");
    }

    /** The folder with {@value #JAR} and its {@code lib}; earlier builds of the program are removed. */
    Path stage(String name, Module module) {
        var jar = module.jar(checkout);
        var folder = home.resolve(name + "-" + fingerprint(jar));
        if (!Files.isDirectory(folder)) {
            extract(jar, folder);
        }
        removeOthers(name, folder);
        return folder;
    }

    /** A copy of the jar as it is; earlier builds of the program are removed. */
    Path copy(String name, Module module) {
        var jar = module.jar(checkout);
        var folder = home.resolve(name + "-" + fingerprint(jar));
        var copy = folder.resolve(JAR);
        if (!Files.exists(copy)) {
            try {
                Files.createDirectories(folder);
                var part = Files.createTempFile(folder, "app", ".part");
                Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new StackProblem("%s cannot be copied to %s: %s.".formatted(jar, home, e.getMessage()), e);
            }
        }
        removeOthers(name, folder);
        return copy;
    }

    private void extract(Path jar, Path folder) {
        var fresh = folder.resolveSibling(folder.getFileName() + ".new");
        delete(fresh);
        try {
            Files.createDirectories(home);
            var process = new ProcessBuilder(List.of(
                            Machine.java(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Djarmode=tools",
                            "-jar",
                            jar.toString(),
                            "extract",
                            "--destination",
                            fresh.toString()))
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.onExit().join().exitValue() != 0) {
                throw new StackProblem("%s cannot be extracted: %s".formatted(jar, said));
            }
            Files.move(fresh.resolve(jar.getFileName()), fresh.resolve(JAR));
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackProblem("%s cannot be extracted to %s: %s.".formatted(jar, home, e.getMessage()), e);
        }
    }

    private void removeOthers(String name, Path folder) {
        try (var folders = Files.list(home)) {
            folders.filter(other -> other.getFileName().toString().startsWith(name + "-") && !other.equals(folder))
                    .forEach(Staging::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(Path jar) {
        try (var channel = FileChannel.open(jar)) {
            var digest = MessageDigest.getInstance("SHA-256");
            channel.transferTo(
                    0,
                    channel.size(),
                    Channels.newChannel(new DigestOutputStream(OutputStream.nullOutputStream(), digest)));
            return "%064x".formatted(new BigInteger(1, digest.digest())).substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
