package nl.datakade.table.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import nl.datakade.table.row.UnreadableFile;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The files in an archive, unpacked under names of our own; what they are called inside is only a label. */
public final class Archive {

    private Archive() {}

    /** A file from an archive. */
    public record Entry(String name, Path file) {}

    public static List<Entry> unzip(Path archive, Path folder, Budget budget) throws IOException {
        var entries = new ArrayList<Entry>();
        try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && !isClutter(entry.getName())) {
                    var file = Files.createTempFile(folder, "entry", "");
                    budget.unpack(zip, file);
                    entries.add(new Entry(entry.getName(), file));
                }
            }
        } catch (UnreadableFile known) {
            throw known;
        } catch (IOException | IllegalArgumentException damaged) {
            throw damaged();
        }
        return entries;
    }

    /** The one file in a gzip; its name is the archive's without {@code .gz}. */
    public static Entry gunzip(Path archive, String name, Path folder, Budget budget) throws IOException {
        try (var in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)), 1 << 16)) {
            var file = Files.createTempFile(folder, "entry", "");
            budget.unpack(in, file);
            return new Entry(name.replaceAll("(?i)\\.tgz$", ".tar").replaceAll("(?i)\\.gz$", ""), file);
        } catch (UnreadableFile known) {
            throw known;
        } catch (IOException damaged) {
            throw damaged();
        }
    }

    public static List<Entry> untar(Path archive, Path folder, Budget budget) throws IOException {
        var entries = new ArrayList<Entry>();
        try (var tar = new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && !entry.isSparse() && !isClutter(entry.getName())) {
                    var file = Files.createTempFile(folder, "entry", "");
                    budget.unpack(tar, file);
                    entries.add(new Entry(entry.getName(), file));
                }
            }
        } catch (UnreadableFile known) {
            throw known;
        } catch (IOException | IllegalArgumentException damaged) {
            throw damaged();
        }
        return entries;
    }

    private static boolean isClutter(String name) {
        return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store") || name.endsWith("Thumbs.db");
    }

    private static UnreadableFile damaged() {
        return new UnreadableFile(
                "BROKEN_ARCHIVE",
                "the archive is damaged, cut off or protected with a password",
                "pack it again without a password, or send the files unpacked");
    }
}
