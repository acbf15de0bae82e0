package nl.datakade.table.xml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Finding;
import nl.datakade.table.row.RawTable;
import nl.datakade.table.row.Rows;
import nl.datakade.table.row.TooManyTables;
import nl.datakade.table.row.UnreadableFile;

/** A document in which one element repeats under one parent, as exports do; or features in GML, or places in KML. */
public final class XmlTable implements RawTable {

    private static final int MAX_COLUMNS = 5_000;

    /** The file is read again for each kind of feature. */
    private static final int MAX_TABLES = 200;

    /** Where features stand in GML 2 and 3 and in answers of a web feature service. */
    private static final Pattern FEATURE = Pattern.compile("[^/]+/(featureMembers?|members?)/[^/]+");

    private final Path file;
    private final String rowPath;
    private final Map<String, Integer> columns;

    private final List<Finding> findings;

    private final Map<String, String> systems;

    private XmlTable(
            Path file,
            String rowPath,
            Map<String, Integer> columns,
            List<Finding> findings,
            Map<String, String> systems) {
        this.systems = systems;
        this.file = file;
        this.rowPath = rowPath;
        this.columns = columns;
        this.findings = findings;
    }

    /** A table per kind of feature in GML; else one. */
    public static List<RawTable> tables(Path file) throws IOException {
        var counts = new LinkedHashMap<String, Integer>();
        try (var paths = new XmlPaths(file)) {
            for (var path = paths.nextParent(); path != null; path = paths.nextParent()) {
                counts.merge(path, 1, Integer::sum);
            }
        }
        var tables = new ArrayList<RawTable>();
        var rowPaths = rowPaths(counts);
        TooManyTables.check(rowPaths.size());
        for (var rowPath : rowPaths) {
            tables.add(of(file, rowPath));
        }
        return tables;
    }

    private static XmlTable of(Path file, String rowPath) throws IOException {
        var columns = new LinkedHashMap<String, Integer>();
        try (var rows = new XmlRows(file, rowPath, columns, true)) {
            var cells = new Cells();
            while (rows.next(cells)) {
                if (columns.size() > MAX_COLUMNS) {
                    throw noTable();
                }
            }
            return new XmlTable(file, rowPath, columns, rows.findings(), rows.systems());
        }
    }

    private static List<String> rowPaths(Map<String, Integer> counts) throws IOException {
        if (counts.keySet().stream().anyMatch(path -> path.startsWith("kml/") && path.endsWith("/Placemark"))) {
            return List.of("*/Placemark");
        }
        var features = counts.keySet().stream()
                .filter(path -> FEATURE.matcher(path).matches())
                .toList();
        if (features.size() > MAX_TABLES) {
            throw new UnreadableFile(
                    "TOO_MANY_TABLES",
                    "the file has " + features.size() + " kinds of features, more than " + MAX_TABLES,
                    "send a file for each group of kinds");
        }
        return features.isEmpty() ? List.of(rowPath(counts)) : features;
    }

    /** The element that occurs most often of those with elements or attributes in them; the outer one of equals. */
    private static String rowPath(Map<String, Integer> counts) throws IOException {
        String best = null;
        for (var entry : counts.entrySet()) {
            var path = entry.getKey();
            boolean row = path.indexOf('/') >= 0 && entry.getValue() > 1;
            boolean inBest = best != null && path.startsWith(best + "/");
            if (row && !inBest && (best == null || entry.getValue() > counts.getOrDefault(best, 0))) {
                best = path;
            }
        }
        if (best == null) {
            throw noTable();
        }
        return best;
    }

    private static UnreadableFile noTable() {
        return new UnreadableFile(
                "NO_TABLE",
                "the XML has no element that repeats as the rows of a table do",
                "send the same data as CSV, Excel, JSON, GeoJSON or Parquet");
    }

    static UnreadableFile broken(XMLStreamException broken) {
        var place = broken.getLocation();
        return new UnreadableFile(
                "BROKEN_XML",
                "the file starts as XML but is not well-formed, or defines entities of its own"
                        + (place == null || place.getLineNumber() < 1
                                ? ""
                                : ": at line " + place.getLineNumber() + ", column " + place.getColumnNumber()),
                "check the export and send it again, without a document type");
    }

    static UnreadableFile tooDeep(int depth, int line) {
        return new UnreadableFile(
                "XML_TOO_DEEP",
                "elements are nested more than " + depth + " deep at line " + line,
                "send the same data as CSV, Excel, JSON, GeoJSON or Parquet");
    }

    @Override
    public String label() {
        return rowPath.startsWith("*") ? "" : rowPath.substring(rowPath.lastIndexOf('/') + 1);
    }

    @Override
    public List<String> columnLabels() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public Map<Integer, String> referenceSystems() {
        var byColumn = new HashMap<Integer, String>();
        systems.forEach((name, code) -> byColumn.put(columns.getOrDefault(name, -1), code));
        return byColumn;
    }

    @Override
    public Rows open() throws IOException {
        return new XmlRows(file, rowPath, columns, false);
    }
}
