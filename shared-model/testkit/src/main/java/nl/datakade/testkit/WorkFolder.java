package nl.datakade.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** What stands in the local folder of a service. */
public final class WorkFolder {

    private WorkFolder() {}

    /** The folders that others may enter and the files that others may read or write, each with its mode; the folder itself too. */
    public static List<String> openToOthers(Path folder) {
        return paths(folder).stream()
                .map(path -> mode(path) + " " + path)
                .filter(listed -> !listed.startsWith("---", 3))
                .toList();
    }

    /** The files in it that are Parquet which anybody could read. */
    public static List<Path> plainParquet(Path folder) {
        return paths(folder).stream()
                .filter(Files::isRegularFile)
                .filter(WorkFolder::isParquet)
                .toList();
    }

    private static List<Path> paths(Path folder) {
        try (var all = Files.walk(folder)) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            return "rw------- (gone)";
        }
    }

    private static boolean isParquet(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(4), java.nio.charset.StandardCharsets.ISO_8859_1).equals("PAR1");
        } catch (IOException e) {
            return false;
        }
    }
}
