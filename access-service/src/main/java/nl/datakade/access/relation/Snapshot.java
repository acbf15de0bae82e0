package nl.datakade.access.relation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32C;

/** A file with what may be seen of one dataset, and its key, which is nowhere but here. */
final class Snapshot {

    private final Path file;
    private final String key;
    private final String schema;
    private final List<String> tables;
    private final boolean alone;
    private final Snapshots.Content content;
    private final long size;
    private final long checksum;
    private int readers;
    private Instant used;

    Snapshot(Path file, String key, GovernedDataset dataset, Instant now) throws IOException {
        this.file = file;
        this.key = key;
        this.schema = dataset.schema();
        this.tables = dataset.tables().stream()
                .filter(SnapshotScript::visible)
                .map(GovernedDataset.Table::name)
                .toList();
        this.alone = dataset.tables().size() == 1;
        this.content = new Snapshots.Content(dataset.datasetId(), dataset.version());
        this.used = now;
        this.size = Files.size(file);
        this.checksum = checksum(file);
    }

    /** Whether the file is still what was written; the engine's errors do not say whose fault they are. */
    boolean isIntact() {
        try {
            return Files.size(file) == size && checksum(file) == checksum;
        } catch (IOException e) {
            return false;
        }
    }

    QueryTask.Order.Snapshot order() {
        return new QueryTask.Order.Snapshot(file.toString(), key, schema, tables, alone);
    }

    synchronized void take(Instant now) {
        readers++;
        used = now;
    }

    synchronized void giveBack() {
        readers--;
    }

    synchronized boolean inUse() {
        return readers > 0;
    }

    synchronized Instant used() {
        return used;
    }

    Snapshots.Content content() {
        return content;
    }

    long size() {
        return size;
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds damage only; that nobody changed the file on purpose its encryption says. */
    private static long checksum(Path file) throws IOException {
        var checksum = new CRC32C();
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[256 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                checksum.update(buffer, 0, read);
            }
        }
        return checksum.getValue();
    }
}
