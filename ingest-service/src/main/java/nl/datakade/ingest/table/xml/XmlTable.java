package nl.datakade.ingest.table.xml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.datakade.ingest.table.row.Cells;
import nl.datakade.ingest.table.row.RawTable;
import nl.datakade.ingest.table.row.Rows;
import nl.datakade.ingest.table.row.UnreadableFile;

/** A document in which one element repeats under one parent, as exports do. */
public final class XmlTable implements RawTable {

    private static final int MAX_COLUMNS = 5_000;

    private final Path file;
    private final String rowPath;
    private final Map<String, Integer> columns;

    private XmlTable(Path file, String rowPath, Map<String, Integer> columns) {
        this.file = file;
        this.rowPath = rowPath;
        this.columns = columns;
    }

    public static XmlTable of(Path file) throws IOException {
        var rowPath = rowPath(file);
        var columns = new LinkedHashMap<String, Integer>();
        try (var rows = new XmlRows(file, rowPath, columns, true)) {
            var cells = new Cells();
            while (rows.next(cells)) {
                if (columns.size() > MAX_COLUMNS) {
                    throw noTable();
                }
            }
        }
        return new XmlTable(file, rowPath, columns);
    }

    /** The element that occurs most often of those with elements or attributes in them; the outer one of equals. */
    private static String rowPath(Path file) throws IOException {
        var counts = new HashMap<String, Integer>();
        var order = new ArrayList<String>();
        try (var paths = new XmlPaths(file)) {
            for (var path = paths.nextParent(); path != null; path = paths.nextParent()) {
                if (counts.merge(path, 1, Integer::sum) == 1) {
                    order.add(path);
                }
            }
        }
        String best = null;
        for (var path : order) {
            boolean row = path.indexOf('/') >= 0 && counts.getOrDefault(path, 0) > 1;
            boolean inBest = best != null && path.startsWith(best + "/");
            if (row && !inBest && (best == null || counts.getOrDefault(path, 0) > counts.getOrDefault(best, 0))) {
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

    static UnreadableFile broken() {
        return new UnreadableFile(
                "BROKEN_XML",
                "the file starts as XML but is not well-formed, or defines entities of its own",
                "check the export and send it again, without a document type");
    }

    @Override
    public String label() {
        return "";
    }

    @Override
    public List<String> columnLabels() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public Rows open() throws IOException {
        return new XmlRows(file, rowPath, columns, false);
    }
}
