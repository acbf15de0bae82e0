package nl.datakade.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The archives of the backing services, in the Maven repository where the build found them. */
final class Archives {

    private static final Properties PLACES = places();

    private Archives() {}

    static String place(String name) {
        var place = PLACES.getProperty(name);
        if (place == null || place.startsWith("@")) {
            throw new StackProblem("The build did not say where %s is: run ./datakade build.".formatted(name));
        }
        return place;
    }

    /** The file of that name, which a cleaned Maven repository may have lost. */
    static Path file(String name) {
        var file = Path.of(place(name));
        if (!Files.isRegularFile(file)) {
            throw new StackProblem(
                    "%s is gone from the Maven repository: run ./datakade build to fetch it again.".formatted(file));
        }
        return file;
    }

    /** A jar with one {@code .txz} in it. */
    static void unpackPostgres(Path folder) throws IOException {
        try (var jar = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file("postgres"))))) {
            for (var entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    untar(new XZInputStream(jar), folder, 0);
                    return;
                }
            }
        }
        throw new IOException("no .txz in " + place("postgres"));
    }

    /** A {@code .tar.gz} with one folder at its top, which is left out. */
    static void unpackKeycloak(Path folder) throws IOException {
        try (var gzip = new GZIPInputStream(Files.newInputStream(file("keycloak")), 1 << 16)) {
            untar(gzip, folder, 1);
        }
    }

    private static void untar(InputStream stream, Path folder, int strip) throws IOException {
        var tar = new TarArchiveInputStream(stream);
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            var name = Path.of(entry.getName()).normalize();
            if (name.getNameCount() > strip) {
                place(tar, entry, folder.resolve(name.subpath(strip, name.getNameCount())));
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static Properties places() {
        try (var stream = Archives.class.getResourceAsStream("backing.properties")) {
            var places = new Properties();
            if (stream != null) {
                places.load(stream);
            }
            return places;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
