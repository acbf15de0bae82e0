package nl.datakade.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.datakade.table.geo.Etrs89;
import nl.datakade.table.geo.Places;
import nl.datakade.table.parquet.OutputColumn;
import nl.datakade.table.parquet.ParquetFile;
import nl.datakade.table.row.Finding;
import nl.datakade.table.row.LineAccount;
import nl.datakade.table.row.RawTable;
import nl.datakade.table.type.ColumnType;
import nl.datakade.table.type.Notation;
import org.jspecify.annotations.Nullable;

/** Reads a raw table twice: every value for the types, then every value into Parquet. */
final class TableWriter {

    private final Path folder;
    private final ReadOptions options;
    private final Rejects rejects;
    private final List<Finding> findings;
    private final Map<String, Map<String, String>> sketches;

    TableWriter(
            Path folder,
            ReadOptions options,
            Rejects rejects,
            List<Finding> findings,
            Map<String, Map<String, String>> sketches) {
        this.folder = folder;
        this.options = options;
        this.rejects = rejects;
        this.findings = findings;
        this.sketches = sketches;
    }

    Reading.Table write(RawTable raw, String name) throws IOException {
        var seen = FirstPass.over(raw, labels -> ColumnSettlement.missing(name, labels, options.instructions()));
        raw.findings().forEach(finding -> findings.add(finding.of(name, column(finding.column(), seen))));
        seen.findings().forEach(finding -> findings.add(finding.of(name, null)));
        var settled = ColumnSettlement.of(name, seen, options, findings);
        var names = settled.names();
        var types = settled.types();
        var places = places(seen, types, names, name);
        var ownNames = List.copyOf(names);
        var origin = places.origin();
        if (origin != null) {
            names = SqlNames.with(names, List.of("longitude", "latitude"));
        }
        var ids = ColumnIds.assign(names, settled.headings(), options.known(name), settled.renames());
        var outputs = new ArrayList<OutputColumn>();
        for (int i = 0; i < names.size(); i++) {
            outputs.add(new OutputColumn(
                    ids.get(i), names.get(i), i < types.size() ? types.get(i).sql() : "DOUBLE"));
        }
        Files.createDirectories(folder.resolve(name));
        try (var rows = raw.open()) {
            var derived = origin == null ? null : new DerivedPlace(origin, types.size());
            var feed = new TypedRows(name, rows, ownNames, types, seen.kept(), rejects, derived);
            var file = folder.resolve(name).resolve("part-0.parquet");
            var metadata =
                    metadata(seen.labels(), ownNames, options.descriptions().getOrDefault(name, Map.of()));
            var written = Structures.takeApart(
                    file,
                    outputs,
                    metadata,
                    ParquetFile.write(file, outputs, metadata, feed),
                    finding -> findings.add(finding.of(name, finding.column())));
            var part = new Reading.Part(
                    name + "/part-0.parquet", written.rows(), written.bytes(), written.sha256(), written.bounds());
            var columns = new ArrayList<Reading.Column>();
            for (int i = 0; i < names.size(); i++) {
                columns.add(
                        i < types.size()
                                ? column(
                                        outputs.get(i),
                                        settled.headings().get(i),
                                        seen,
                                        i,
                                        types.get(i),
                                        feed.missing(i),
                                        places.columns().get(i))
                                : computed(
                                        outputs.get(i),
                                        i == types.size() ? "longitude" : "latitude",
                                        origin,
                                        ownNames,
                                        written));
            }
            keepSketches(name, ownNames, seen);
            tellLostGeometries(raw, seen, feed, columns, name);
            tellUncertainCells(raw, seen, ownNames, name);
            return new Reading.Table(
                    name,
                    raw.label(),
                    feed.rowsIn(),
                    written.rows(),
                    feed.rejected(),
                    columns,
                    List.of(part),
                    account(raw, feed, name));
        }
    }

    /** What became of every line; an account that does not add up lost some, which nobody may build on. */
    private @Nullable LineAccount account(RawTable raw, TypedRows feed, String table) {
        var account = feed.account(raw.lines());
        if (account != null && !account.complete()) {
            findings.add(new Finding(
                            "LINES_UNACCOUNTED",
                            Finding.Severity.BLOCKING,
                            null,
                            null,
                            null,
                            "not every one of the file's " + account.lines() + " lines is accounted for")
                    .with(account.lines())
                    .of(table, null));
        }
        return account;
    }

    private void tellUncertainCells(RawTable raw, FirstPass seen, List<String> names, String table) {
        var watch = raw.watch();
        for (int i = 0; watch != null && i < names.size(); i++) {
            var name = names.get(i);
            watch.findings(seen.kept().get(i)).forEach(finding -> findings.add(finding.of(table, name)));
        }
    }

    /** The name of the column with a heading. */
    private static @Nullable String column(@Nullable String label, FirstPass seen) {
        int index = label == null ? -1 : seen.labels().indexOf(label);
        return index < 0 ? null : SqlNames.of(seen.labels(), "column").get(index);
    }

    /** Only numbers make a pair: coordinates that stayed text are not computed with. */
    private Places places(FirstPass seen, List<ColumnType> types, List<String> names, String table) {
        var places = Places.of(seen.places(), seen.geometry(), seen.systems());
        places.findings().forEach(finding -> findings.add(finding.of(table, null)));
        var origin = places.origin();
        boolean usable = origin == null
                || origin.x() == origin.y()
                || (!types.get(origin.x()).isText() && !types.get(origin.y()).isText());
        return usable ? places : new Places(places.columns(), null, List.of());
    }

    private void tellLostGeometries(
            RawTable raw, FirstPass seen, TypedRows feed, List<Reading.Column> columns, String table) {
        int geometry = seen.geometry();
        if (geometry >= 0) {
            // The engine makes nothing of coordinates that are no geometry; the raw file still has them.
            long lost = columns.get(geometry).missing() - feed.missing(geometry);
            if (lost > 0) {
                findings.add(Finding.warning("INVALID_GEOMETRY", null, lost + " geometries are invalid and left empty")
                        .with(lost)
                        .of(table, columns.get(geometry).name()));
            }
        }
    }

    private void keepSketches(String table, List<String> names, FirstPass seen) {
        var kept = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            var sketch = seen.sketches().get(i);
            if (sketch != null) {
                kept.put(names.get(i), sketch);
            }
        }
        sketches.put(table, kept);
    }

    /** What the file says of its columns: how the source calls them, and what they mean. */
    static Map<String, String> metadata(List<String> labels, List<String> names, Map<String, String> descriptions) {
        var metadata = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            metadata.put("label." + name, labels.get(i));
            if (descriptions.containsKey(name)) {
                metadata.put("description." + name, descriptions.get(name));
            }
        }
        return metadata;
    }

    private static Reading.Column column(
            OutputColumn output,
            String heading,
            FirstPass seen,
            int index,
            ColumnType type,
            long missing,
            Places.@Nullable Part place) {
        var evidence = seen.evidence().get(index);
        var shapes = new LinkedHashMap<String, Long>();
        evidence.shapes().forEach((shape, count) -> shapes.put(shape.name(), count));
        var unit = seen.units().get(index);
        return new Reading.Column(
                output.id(),
                output.name(),
                seen.labels().get(index),
                heading.equals(output.name()) ? null : heading,
                output.sql(),
                type.notation() == Notation.TEXT || type.notation() == Notation.JSON
                        ? null
                        : type.notation().name(),
                unit == null ? type.unit() : unit,
                evidence.values(),
                missing,
                shapes,
                type.marks(),
                place == null ? null : new Reading.Geometry(place.crs(), place.role(), List.of(), null),
                null);
    }

    private static Reading.Column computed(
            OutputColumn output, String role, Places.@Nullable Origin origin, List<String> names, ParquetFile written) {
        var bounds = written.bounds().get(output.name());
        long missing = bounds == null ? 0 : bounds.missing();
        var from = new ArrayList<String>();
        Double error = null;
        if (origin != null) {
            from.add(names.get(origin.x()));
            if (origin.y() != origin.x()) {
                from.add(names.get(origin.y()));
            }
            error = switch (origin.kind()) {
                case RD_PAIR, RD_TEXT, RD_GEOJSON -> Etrs89.RD_MAXIMUM_ERROR;
                case MERCATOR_PAIR, DEGREES_TEXT, GEOJSON, PROJECTED_TEXT, PROJECTED_GEOJSON -> null;
            };
        }
        return new Reading.Column(
                output.id(),
                output.name(),
                "",
                null,
                output.sql(),
                null,
                null,
                written.rows() - missing,
                missing,
                Map.of(),
                Map.of(),
                new Reading.Geometry("EPSG:4258", role, from, error),
                null);
    }
}
