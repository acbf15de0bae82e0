package nl.datakade.table.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import nl.datakade.table.row.UnreadableFile;

/** What unpacking one delivery may cost in all, however archives are nested in it. */
public final class Budget {

    private static final int MAX_ENTRIES = 1_000;
    private static final long MAX_BYTES = 20L << 30;
    private static final long ALWAYS_ALLOWED = 64L << 20;
    private static final int MAX_RATIO = 200;

    private final long packedBytes;
    private long bytes;
    private int entries;

    public Budget(long packedBytes) {
        this.packedBytes = packedBytes;
    }

    /** Writes an entry to a file of our choosing. */
    void unpack(InputStream entry, Path to) throws IOException {
        if (++entries > MAX_ENTRIES) {
            throw bomb("more than " + MAX_ENTRIES + " files");
        }
        var buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
                bytes += read;
                if (bytes > MAX_BYTES || (bytes > ALWAYS_ALLOWED && bytes > packedBytes * MAX_RATIO)) {
                    throw bomb("far more bytes than its size allows");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /** Refuses a file made of an archive, as workbooks are, whose own list of contents shows that it bursts. */
    public void allow(Path archive) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            long unpacked = zip.stream()
                    .mapToLong(entry -> Math.max(0, entry.getSize()))
                    .sum();
            if (unpacked > ALWAYS_ALLOWED && unpacked > Files.size(archive) * MAX_RATIO) {
                throw bomb("far more bytes than its size allows");
            }
        } catch (ZipException | EOFException | IllegalArgumentException damaged) {
            throw new UnreadableFile(
                    "BROKEN_WORKBOOK",
                    "the workbook is damaged or cut off: it goes wrong in its list of contents",
                    "open it where it was made, save it again and send that");
        }
    }

    private static UnreadableFile bomb(String what) {
        return new UnreadableFile(
                "ARCHIVE_TOO_LARGE", "the archive unpacks to " + what, "send the files in it one by one, unpacked");
    }
}
