package nl.datakade.ingest.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.datakade.ingest.table.parquet.OutputColumn;
import nl.datakade.ingest.table.parquet.ParquetFile;
import nl.datakade.ingest.table.row.Cells;
import nl.datakade.ingest.table.row.Finding;
import nl.datakade.ingest.table.row.RawTable;
import nl.datakade.ingest.table.type.ColumnEvidence;
import nl.datakade.ingest.table.type.ColumnType;
import nl.datakade.ingest.table.type.TypeDecision;
import nl.datakade.ingest.table.type.Value;
import org.jspecify.annotations.Nullable;

/** Reads a raw table twice: every value for the types, then every value into Parquet. */
final class TableWriter {

    private final Path folder;
    private final ReadOptions options;
    private final Rejects rejects;
    private final List<Finding> findings;

    TableWriter(Path folder, ReadOptions options, Rejects rejects, List<Finding> findings) {
        this.folder = folder;
        this.options = options;
        this.rejects = rejects;
        this.findings = findings;
    }

    Reading.Table write(RawTable raw, String name) throws IOException {
        var labels = raw.columnLabels();
        var evidence = evidence(raw, labels.size());
        raw.findings().forEach(finding -> findings.add(finding.of(name, null)));
        int[] kept = IntStream.range(0, labels.size())
                .filter(i -> !labels.get(i).isBlank() || evidence.get(i).values() > 0)
                .toArray();
        tellNameless(labels, kept, name);
        var keptLabels = pick(labels, kept);
        var keptEvidence = pick(evidence, kept);
        var names = SqlNames.of(keptLabels, "column");
        var types = types(keptLabels, keptEvidence, names, name);
        var ids = ColumnIds.assign(names, options.columnIds().getOrDefault(name, Map.of()));
        var outputs = new ArrayList<OutputColumn>();
        for (int i = 0; i < names.size(); i++) {
            outputs.add(new OutputColumn(ids.get(i), names.get(i), types.get(i).sql()));
        }
        var file = folder.resolve(name).resolve("part-0.parquet");
        Files.createDirectories(folder.resolve(name));
        try (var rows = raw.open()) {
            var feed = new TypedRows(name, rows, names, types, kept, rejects);
            var written = ParquetFile.write(file, outputs, metadata(keptLabels, names), feed);
            var columns = new ArrayList<Reading.Column>();
            for (int i = 0; i < names.size(); i++) {
                columns.add(column(
                        outputs.get(i),
                        keptLabels.get(i),
                        types.get(i),
                        keptEvidence.get(i),
                        unit(raw, kept[i], types.get(i)),
                        feed.missing(i)));
            }
            var part = new Reading.Part(
                    name + "/part-0.parquet", written.rows(), written.bytes(), written.sha256(), written.bounds());
            return new Reading.Table(
                    name, raw.label(), feed.rowsIn(), written.rows(), feed.rejected(), columns, List.of(part));
        }
    }

    private static List<ColumnEvidence> evidence(RawTable raw, int width) throws IOException {
        var columns = new ColumnEvidence[width];
        for (int i = 0; i < width; i++) {
            columns[i] = new ColumnEvidence();
        }
        var cells = new Cells();
        var value = new Value();
        try (var rows = raw.open()) {
            while (rows.next(cells)) {
                if (cells.problem() != null) {
                    continue;
                }
                int count = Math.min(width, cells.size());
                for (int i = 0; i < count; i++) {
                    columns[i].add(cells.bytes(), cells.from(i), cells.to(i), cells.kind(i), cells.line(), value);
                }
            }
        }
        return List.of(columns);
    }

    private List<ColumnType> types(
            List<String> labels, List<ColumnEvidence> evidence, List<String> names, String table) {
        var types = new ArrayList<ColumnType>();
        var decided = TypeDecision.decide(labels, evidence);
        for (int i = 0; i < decided.size(); i++) {
            var column = names.get(i);
            var laidDown = options.types().get(column);
            if (laidDown == null) {
                decided.get(i).findings().forEach(finding -> findings.add(finding.of(table, column)));
                types.add(decided.get(i).type());
            } else {
                types.add(TypeDecision.laidDown(
                        laidDown, evidence.get(i), decided.get(i).type()));
            }
        }
        return types;
    }

    private void tellNameless(List<String> labels, int[] kept, String table) {
        long nameless = IntStream.of(kept).filter(i -> labels.get(i).isBlank()).count();
        if (nameless > 0 && nameless < kept.length) {
            findings.add(Finding.warning("COLUMN_WITHOUT_NAME", null, nameless + " columns have values but no heading")
                    .of(table, null));
        }
        int dropped = labels.size() - kept.length;
        if (dropped > 0) {
            findings.add(
                    Finding.info("EMPTY_COLUMN", null, dropped + " columns without heading and values are left out")
                            .of(table, null));
        }
    }

    private static Map<String, String> metadata(List<String> labels, List<String> names) {
        var metadata = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            metadata.put("label." + names.get(i), labels.get(i));
        }
        return metadata;
    }

    private static @Nullable String unit(RawTable raw, int source, ColumnType type) {
        var unit = source < raw.units().size() ? raw.units().get(source) : null;
        return unit == null ? type.unit() : unit;
    }

    private static Reading.Column column(
            OutputColumn output,
            String label,
            ColumnType type,
            ColumnEvidence evidence,
            @Nullable String unit,
            long missing) {
        var shapes = new LinkedHashMap<String, Long>();
        evidence.shapes().forEach((shape, count) -> shapes.put(shape.name(), count));
        return new Reading.Column(
                output.id(),
                output.name(),
                label,
                type.sql(),
                unit,
                evidence.values(),
                missing,
                shapes,
                type.marks(),
                null);
    }

    private static <T> List<T> pick(List<T> all, int[] kept) {
        return IntStream.of(kept).mapToObj(all::get).toList();
    }
}
