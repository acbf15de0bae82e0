package nl.datakade.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.datakade.table.container.Archive;
import nl.datakade.table.row.Finding;
import nl.datakade.table.row.UnreadableFile;
import nl.datakade.table.shapefile.ShapeTable;

/** Finds the Shapefiles in an archive: parts of one name that differ in their ending. */
final class Shapefiles {

    private static final List<String> NEEDED = List.of("shp", "shx", "dbf");

    /** What belongs to a layer: shapes, attributes, reference system, encoding, indexes, description. */
    private static final Set<String> PARTS = Set.of(
            "shp", "shx", "dbf", "prj", "cpg", "cst", "qpj", "qix", "qmd", "sbn", "sbx", "fbn", "fbx", "ain", "aih",
            "ixs", "mxs", "atx", "idx", "xml");

    private Shapefiles() {}

    static boolean isOne(List<Archive.Entry> entries) {
        return entries.stream().anyMatch(entry -> ending(entry.name()).equals("shp"));
    }

    /** A table per layer; the parts get the names by which the reader finds them. What is no part of one is told. */
    static List<Source> open(List<Archive.Entry> entries, Path folder, List<Finding> findings) throws IOException {
        var layers = new LinkedHashMap<String, Map<String, Path>>();
        for (var entry : entries) {
            layers.computeIfAbsent(layer(entry.name()), _ -> new LinkedHashMap<>())
                    .put(ending(entry.name()), entry.file());
        }
        layers.values().removeIf(parts -> !parts.containsKey("shp"));
        for (var entry : entries) {
            var layer = layers.get(layer(entry.name()));
            if (layer == null || !PARTS.contains(ending(entry.name()))) {
                var base = entry.name().replaceAll("^.*[/\\\\]", "");
                findings.add(Finding.warning(
                                "BESIDE_SHAPEFILE",
                                null,
                                base
                                        + " is no part of the Shapefile in the archive, and is not read; send it by itself")
                        .with(base));
            }
        }
        var sources = new ArrayList<Source>();
        for (var layer : layers.entrySet()) {
            var parts = layer.getValue();
            if (!parts.keySet().containsAll(NEEDED)) {
                throw new UnreadableFile(
                        "SHAPEFILE_INCOMPLETE",
                        "the archive holds a Shapefile without all of .shp, .shx and .dbf",
                        "pack all parts of the layer, or export it as GeoPackage, and send that");
            }
            var home = Files.createTempDirectory(folder, "layer");
            for (var part : parts.entrySet()) {
                Files.move(part.getValue(), home.resolve("layer." + part.getKey()));
            }
            var name = layers.size() == 1 ? "" : layer.getKey().replaceAll("^.*[/\\\\]", "");
            sources.add(new Source.Raw(name, ShapeTable.of(home.resolve("layer.shp"), name)));
        }
        return sources;
    }

    private static String layer(String name) {
        return name.replaceAll("(?i)(\\.shp)?\\.[^./\\\\]*$", "");
    }

    private static String ending(String name) {
        return name.matches("(?s).*\\.[A-Za-z]{2,4}")
                ? name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)
                : "";
    }
}
