package nl.datakade.table.container;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import nl.datakade.table.row.UnreadableFile;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The files in an archive, unpacked under names of our own; what they are called inside is only a label.
 *
 * @param leftOut names of what stands in it and is no data
 */
public record Archive(List<Entry> entries, List<String> leftOut) {

    /** Names that are no UTF-8 were written by programs that know no other encoding than this. */
    private static final Charset OLD_NAMES = Charset.forName("IBM437");

    /** A file from an archive. */
    public record Entry(String name, Path file) {}

    public static Archive unzip(Path archive, Path folder, Budget budget) throws IOException {
        try (var listed = new ZipFile(archive.toFile(), OLD_NAMES)) {
            listed.size(); // an archive without its list of contents, which stands at the end, is cut off
        } catch (ZipException | EOFException | IllegalArgumentException cutOff) {
            throw new Contents(folder, budget).damaged();
        }
        try {
            return unzip(archive, folder, budget, StandardCharsets.UTF_8);
        } catch (BadName noUtf8) {
            return unzip(archive, folder, budget, OLD_NAMES);
        }
    }

    private static Archive unzip(Path archive, Path folder, Budget budget, Charset names) throws IOException {
        var contents = new Contents(folder, budget);
        try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)), names)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    contents.take(entry.getName(), zip);
                }
            }
            return contents.archive();
        } catch (UnreadableFile known) {
            throw known;
        } catch (IOException | IllegalArgumentException damaged) {
            var what = String.valueOf(damaged.getMessage()).toLowerCase(Locale.ROOT);
            if (names.equals(StandardCharsets.UTF_8)
                    && (damaged instanceof IllegalArgumentException || what.contains("entry name"))) {
                throw new BadName();
            }
            throw what.contains("encrypted")
                    ? isProtected()
                    : what.contains("compression method") ? isPackedOtherwise() : contents.damaged();
        }
    }

    /** The one file in a gzip; its name is the archive's without {@code .gz}. */
    public static Archive gunzip(Path archive, String name, Path folder, Budget budget) throws IOException {
        var contents = new Contents(folder, budget);
        try (var in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)), 1 << 16)) {
            var file = Files.createTempFile(folder, "entry", "");
            budget.unpack(in, file);
            var inner = name.replaceAll("(?i)\\.tgz$", ".tar").replaceAll("(?i)\\.gz$", "");
            return new Archive(List.of(new Entry(inner, file)), List.of());
        } catch (UnreadableFile known) {
            throw known;
        } catch (IOException damaged) {
            throw contents.damaged();
        }
    }

    public static Archive untar(Path archive, Path folder, Budget budget) throws IOException {
        var contents = new Contents(folder, budget);
        try (var tar = new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && !entry.isSparse()) {
                    contents.take(entry.getName(), tar);
                }
            }
            return contents.archive();
        } catch (UnreadableFile known) {
            throw known;
        } catch (IOException | IllegalArgumentException damaged) {
            throw contents.damaged();
        }
    }

    /** A name in a zip that is no UTF-8. */
    private static final class BadName extends IOException {}

    private static UnreadableFile isProtected() {
        return new UnreadableFile(
                "PROTECTED_ARCHIVE",
                "the archive is protected with a password, so that its contents cannot be read",
                "pack it again without a password, or send the files unpacked");
    }

    private static UnreadableFile isPackedOtherwise() {
        return new UnreadableFile(
                "ARCHIVE_METHOD",
                "the archive is packed in a way that is not read: other than deflate",
                "pack it again as an ordinary zip, or send the files unpacked");
    }
}
