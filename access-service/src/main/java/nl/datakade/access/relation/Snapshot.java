package nl.datakade.access.relation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A file with what may be seen of one dataset, and its key, which is nowhere but here. */
final class Snapshot {

    private final Path file;
    private final String key;
    private final String schema;
    private final List<String> tables;
    private final boolean alone;
    private final Snapshots.Content content;
    private final long size;
    private int readers;
    private Instant used;

    Snapshot(Path file, String key, GovernedDataset dataset, Instant now) {
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
        try {
            this.size = Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
}
