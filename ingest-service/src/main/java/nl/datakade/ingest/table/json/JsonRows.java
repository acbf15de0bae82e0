package nl.datakade.ingest.table.json;

import java.io.IOException;
import java.util.List;
import nl.datakade.ingest.table.row.Cells;
import nl.datakade.ingest.table.row.Rows;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The objects of a JSON text, one after another, without holding more than one. */
final class JsonRows implements Rows {

    private final JsonParser parser;
    private final ObjectCells objects;
    private final List<String> path;
    private boolean started;
    private boolean ended;
    private long ordinal;

    /** @param path members that lead to the array of rows */
    JsonRows(JsonParser parser, List<String> path, ObjectCells objects) {
        this.parser = parser;
        this.path = path;
        this.objects = objects;
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        try {
            if (ended || !advance()) {
                ended = true;
                return false;
            }
            cells.begin(++ordinal);
            objects.read(parser, cells);
            return true;
        } catch (JacksonException broken) {
            throw JsonTable.broken(broken);
        }
    }

    private boolean advance() {
        if (started) {
            var token = parser.nextToken();
            return token != null && token != JsonToken.END_ARRAY;
        }
        started = true;
        var token = parser.nextToken();
        if (token == null) {
            return false;
        }
        if (token == JsonToken.START_ARRAY) {
            return parser.nextToken() != JsonToken.END_ARRAY;
        }
        if (path.isEmpty()) {
            return true;
        }
        for (var name : path) {
            while (!name.equals(parser.nextName())) {
                parser.nextToken();
                parser.skipChildren();
            }
            parser.nextToken();
        }
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    @Override
    public void close() {
        parser.close();
    }
}
