package nl.datakade.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.datakade.table.parquet.ParquetFile;
import nl.datakade.table.row.UnreadableFile;

/** A Parquet file keeps its types; names, field ids and compression become ours. */
final class ParquetCopy {

    private final Path folder;
    private final ReadOptions options;

    ParquetCopy(Path folder, ReadOptions options) {
        this.folder = folder;
        this.options = options;
    }

    Reading.Table copy(Path file, String table) throws IOException {
        try {
            var source = ParquetFile.columns(file);
            var labels = List.copyOf(source.keySet());
            var names = SqlNames.of(labels, "column");
            var ids = ColumnIds.assign(names, names, options.known(table), Map.of());
            Files.createDirectories(folder.resolve(table));
            var metadata =
                    TableWriter.metadata(labels, names, options.descriptions().getOrDefault(table, Map.of()));
            var written = ParquetFile.copy(
                    file, folder.resolve(table).resolve("part-0.parquet"), labels, names, ids, metadata);
            var columns = new ArrayList<Reading.Column>();
            for (int i = 0; i < names.size(); i++) {
                var bounds = written.bounds().get(names.get(i));
                long missing = bounds == null ? 0 : bounds.missing();
                columns.add(new Reading.Column(
                        ids.get(i),
                        names.get(i),
                        labels.get(i),
                        null,
                        String.valueOf(source.get(labels.get(i))),
                        null,
                        null,
                        written.rows() - missing,
                        missing,
                        Map.of(),
                        Map.of(),
                        null,
                        null));
            }
            var part = new Reading.Part(
                    table + "/part-0.parquet", written.rows(), written.bytes(), written.sha256(), written.bounds());
            return new Reading.Table(table, "", written.rows(), written.rows(), 0, columns, List.of(part));
        } catch (ParquetFile.Damaged damaged) {
            throw new UnreadableFile(
                    "BROKEN_PARQUET",
                    "the Parquet file is damaged: its contents do not agree with its own description",
                    "write it again with another tool, or send the data as CSV");
        }
    }
}
