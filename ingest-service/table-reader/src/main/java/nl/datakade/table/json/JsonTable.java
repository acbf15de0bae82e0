package nl.datakade.table.json;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Finding;
import nl.datakade.table.row.RawTable;
import nl.datakade.table.row.Rows;
import nl.datakade.table.row.UnreadableFile;
import nl.datakade.table.text.Encoding;
import nl.datakade.table.text.Utf8Input;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/** JSON as a table: a row per object, a column for every member any of them has, in the order of first appearance. */
public final class JsonTable implements RawTable {

    private static final String FEATURES = "features";
    private static final int MAX_COLUMNS = 20_000;

    private final Path file;
    private final Encoding encoding;
    private final JsonRecord records;
    private final @Nullable List<String> path;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<String> others = new ArrayList<>();
    private final Crs crs;

    private JsonTable(Path file, Encoding encoding, JsonRecord records, @Nullable List<String> path) {
        this(file, encoding, records, path, new Crs());
    }

    private JsonTable(Path file, Encoding encoding, JsonRecord records, @Nullable List<String> path, Crs crs) {
        this.crs = crs;
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
        if (features) {
            return features(file, encoding, new Crs());
        }
        var envelope = new Envelope(List.of(), List.of(), List.of());
        try (var parser = parser(file, encoding)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                envelope = Envelope.of(parser);
            }
        } catch (JacksonException broken) {
            throw broken(broken);
        }
        var table = new JsonTable(file, encoding, new JsonRecord(false, envelope.fields()), envelope.path());
        table.others.addAll(envelope.others());
        return table.withColumns();
    }

    private static JsonTable features(Path file, Encoding encoding, Crs crs) throws IOException {
        var path = pathOfFeatures(file, encoding, crs);
        return new JsonTable(file, encoding, new JsonRecord(true), path, crs).withColumns();
    }

    /** The features of a collection; none of a document that is one feature. */
    private static List<String> pathOfFeatures(Path file, Encoding encoding, Crs crs) throws IOException {
        try (var parser = parser(file, encoding)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    var member = parser.currentName();
                    if (parser.nextToken() == JsonToken.START_ARRAY && member.equals(FEATURES)) {
                        return List.of(FEATURES);
                    }
                    crs.look(member, parser);
                }
            }
            return List.of();
        } catch (JacksonException broken) {
            throw broken(broken);
        }
    }

    private JsonTable withColumns() throws IOException {
        var names = new LinkedHashMap<String, Integer>();
        records.fields().forEach(field -> names.putIfAbsent(field.name(), names.size()));
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
                : new JsonRows(parser(file, encoding), path, objects, crs);
    }

    private static JsonParser parser(Path file, Encoding encoding) throws IOException {
        return JsonRecord.MAPPER.createParser(text(file, encoding));
    }

    private static InputStream text(Path file, Encoding encoding) throws IOException {
        return new BufferedInputStream(Utf8Input.of(Files.newInputStream(file), encoding), 1 << 16);
    }

    static UnreadableFile broken(JacksonException broken) {
        var place = broken.getLocation();
        if (broken instanceof StreamConstraintsException) {
            return new UnreadableFile(
                    "JSON_BOUND",
                    "the JSON is nested deeper, or has a longer name or number, than is read"
                            + (place == null ? "" : ": at line " + place.getLineNr()),
                    "write the rows as flat objects and send the file again");
        }
        return new UnreadableFile(
                "BROKEN_JSON",
                "the file starts as JSON but breaks off or goes wrong"
                        + (place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr()),
                "check the export at that place and send the file again");
    }

    /** Something stands behind the value that the document is. */
    static UnreadableFile trailing(JsonParser parser) {
        var place = parser.currentTokenLocation();
        return new UnreadableFile(
                "TRAILING_JSON",
                "something follows after the end of the JSON document at line " + place.getLineNr() + ", column "
                        + place.getColumnNr(),
                "send one array, or one object per line");
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
    public BitSet textColumns() {
        var texts = new BitSet();
        records.fields().stream()
                .filter(Envelope.Field::isText)
                .forEach(field -> texts.set(columns.getOrDefault(field.name(), columns.size())));
        return texts;
    }

    @Override
    public List<Finding> findings() {
        if (others.isEmpty()) {
            return List.of();
        }
        var named = String.join(", ", others);
        return List.of(Finding.warning(
                        "OTHER_LISTS", null, "the document holds other lists, which are not in the table: " + named)
                .with(named));
    }

    @Override
    public int geometryColumn() {
        return records.hasFeatures() ? columns.getOrDefault(JsonRecord.GEOMETRY, -1) : -1;
    }

    @Override
    public Map<Integer, String> referenceSystems() {
        var code = crs.code();
        int geometry = geometryColumn();
        return code == null || geometry < 0 ? Map.of() : Map.of(geometry, code);
    }

    @Override
    public Rows open() throws IOException {
        return rows(null);
    }
}
