package nl.datakade.table.json;

import java.io.IOException;
import java.util.List;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Rows;
import nl.datakade.table.row.UnreadableFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The objects of a JSON text, one after another, without holding more than one. */
final class JsonRows implements Rows {

    private final JsonParser parser;
    private final ObjectCells objects;
    private final Crs crs;
    private final List<String> path;
    private boolean started;
    private boolean within;
    private boolean arrays;
    private boolean ended;
    private long ordinal;

    /** @param path members that lead to the array of rows */
    JsonRows(JsonParser parser, List<String> path, ObjectCells objects, Crs crs) {
        this.crs = crs;
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

    private boolean advance() throws UnreadableFile {
        var token = parser.nextToken();
        if (started) {
            return within ? isRow(token) : isNext(token);
        }
        started = true;
        arrays = token == JsonToken.START_ARRAY;
        if (arrays) {
            within = true;
            return isRow(parser.nextToken());
        }
        if (path.isEmpty() || token == null) {
            return token != null;
        }
        for (var name : path) {
            while (!name.equals(parser.nextName())) {
                parser.nextToken();
                parser.skipChildren();
            }
            parser.nextToken();
        }
        within = true;
        return isRow(parser.nextToken());
    }

    /** The next element of the array of rows; at its end, whatever the document has behind it. */
    private boolean isRow(@Nullable JsonToken token) throws UnreadableFile {
        if (token != JsonToken.END_ARRAY) {
            return token != null;
        }
        within = false;
        var next = parser.nextToken();
        if (path.isEmpty()) {
            return isNext(next);
        }
        for (int depth = path.size(); next != null; next = parser.nextToken()) {
            if (depth == 0) {
                throw JsonTable.trailing(parser);
            }
            depth -= next == JsonToken.END_OBJECT ? 1 : 0;
            if (next == JsonToken.PROPERTY_NAME && depth == 1) {
                var member = parser.currentName();
                parser.nextToken();
                crs.look(member, parser);
            } else {
                parser.skipChildren();
            }
        }
        return false;
    }

    /** Another value of the same kind behind the first, as files have that were joined; nothing else may stand there. */
    private boolean isNext(@Nullable JsonToken token) throws UnreadableFile {
        if (token == JsonToken.START_ARRAY && arrays) {
            within = true;
            return isRow(parser.nextToken());
        }
        if (token != null && (arrays || token != JsonToken.START_OBJECT)) {
            throw JsonTable.trailing(parser);
        }
        return token != null;
    }

    @Override
    public void close() {
        parser.close();
    }
}
