package nl.datakade.ingest.table.json;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.datakade.ingest.table.row.Cells;
import nl.datakade.ingest.table.row.RawTable;
import nl.datakade.ingest.table.row.Rows;
import nl.datakade.ingest.table.row.UnreadableFile;
import nl.datakade.ingest.table.text.Encoding;
import nl.datakade.ingest.table.text.Utf8Input;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** JSON as a table: a row per object, a column for every member any of them has, in the order of first appearance. */
public final class JsonTable implements RawTable {

    private static final int MAX_WRAPPERS = 4;
    private static final int MAX_COLUMNS = 20_000;

    private final Path file;
    private final Encoding encoding;
    private final JsonRecord records;
    private final @Nullable List<String> path;
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    private JsonTable(Path file, Encoding encoding, JsonRecord records, @Nullable List<String> path) {
        this.file = file;
        this.encoding = encoding;
        this.records = records;
        this.path = path;
    }

    /** An object per line. */
    public static JsonTable lines(Path file, Encoding encoding) throws IOException {
        return new JsonTable(file, encoding, new JsonRecord(false), null).withColumns();
    }

    /** The features of a collection, their properties as columns, beside their geometry. */
    public static JsonTable features(Path file, Encoding encoding) throws IOException {
        return within(file, encoding, true);
    }

    /** The array of objects that a document is, or that stands somewhere in it. */
    public static JsonTable document(Path file, Encoding encoding) throws IOException {
        return within(file, encoding, false);
    }

    private static JsonTable within(Path file, Encoding encoding, boolean features) throws IOException {
        List<String> path = new ArrayList<>();
        try (var parser = parser(file, encoding)) {
            if (parser.nextToken() == JsonToken.START_OBJECT && !find(parser, path, features, 0)) {
                path.clear();
            }
        } catch (JacksonException broken) {
            throw broken(broken);
        }
        return new JsonTable(file, encoding, new JsonRecord(features), path).withColumns();
    }

    /** Looks for the first member that is an array of objects, and leaves its path. */
    private static boolean find(JsonParser parser, List<String> path, boolean features, int depth) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            path.add(name);
            if (token == JsonToken.START_ARRAY) {
                var first = parser.nextToken();
                boolean wanted = features ? name.equals("features") : first == JsonToken.START_OBJECT;
                if (wanted) {
                    return true;
                }
                skipRest(parser, first);
            } else if (token == JsonToken.START_OBJECT) {
                if (depth < MAX_WRAPPERS && !features && find(parser, path, false, depth + 1)) {
                    return true;
                }
                if (depth >= MAX_WRAPPERS || features) {
                    parser.skipChildren();
                }
            }
            path.removeLast();
        }
        return false;
    }

    private static void skipRest(JsonParser parser, JsonToken first) {
        var token = first;
        while (token != JsonToken.END_ARRAY) {
            parser.skipChildren();
            token = parser.nextToken();
        }
    }

    private JsonTable withColumns() throws IOException {
        var names = new LinkedHashMap<String, Integer>();
        try (var rows = rows((name, value, kind) -> names.putIfAbsent(name, names.size()))) {
            var cells = new Cells();
            while (rows.next(cells)) {
                if (names.size() > MAX_COLUMNS) {
                    throw new UnreadableFile(
                            "TOO_MANY_COLUMNS",
                            "the objects have more than " + MAX_COLUMNS + " different members",
                            "send an array of objects that all have the same members");
                }
            }
        }
        columns.putAll(names);
        return this;
    }

    private Rows rows(JsonRecord.@Nullable Member collector) throws IOException {
        var objects = new ObjectCells(records, columns, collector);
        return path == null
                ? new LineRows(text(file, encoding), objects)
                : new JsonRows(parser(file, encoding), path, objects);
    }

    private static JsonParser parser(Path file, Encoding encoding) throws IOException {
        return JsonRecord.MAPPER.createParser(text(file, encoding));
    }

    private static InputStream text(Path file, Encoding encoding) throws IOException {
        return new BufferedInputStream(Utf8Input.of(Files.newInputStream(file), encoding), 1 << 16);
    }

    static UnreadableFile broken(JacksonException broken) {
        var place = broken.getLocation();
        return new UnreadableFile(
                "BROKEN_JSON",
                "the file starts as JSON but breaks off or goes wrong"
                        + (place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr()),
                "check the export at that place and send the file again");
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
    public int geometryColumn() {
        return records.hasFeatures() ? columns.getOrDefault(JsonRecord.GEOMETRY, -1) : -1;
    }

    @Override
    public Rows open() throws IOException {
        return rows(null);
    }
}
