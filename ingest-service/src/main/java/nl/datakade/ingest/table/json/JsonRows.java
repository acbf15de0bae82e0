package nl.datakade.ingest.table.json;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.datakade.ingest.table.row.CellKind;
import nl.datakade.ingest.table.row.Cells;
import nl.datakade.ingest.table.row.Rows;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The objects of a JSON text, one after another, without holding more than one. */
final class JsonRows implements Rows {

    private final JsonParser parser;
    private final JsonRecord records;
    private final Map<String, Integer> columns;
    private final JsonRecord.@Nullable Member collector;
    private final @Nullable String[] values;
    private final CellKind[] kinds;
    private final @Nullable List<String> path;
    private boolean started;
    private boolean ended;
    private long ordinal;

    /** @param path members that lead to the array of rows; null when the objects just follow each other */
    JsonRows(
            JsonParser parser,
            @Nullable List<String> path,
            JsonRecord records,
            Map<String, Integer> columns,
            JsonRecord.@Nullable Member collector) {
        this.parser = parser;
        this.path = path;
        this.records = records;
        this.columns = columns;
        this.collector = collector;
        this.values = new String[columns.size()];
        this.kinds = new CellKind[columns.size()];
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        try {
            if (ended || !advance()) {
                ended = true;
                return false;
            }
            if (collector != null) {
                records.read(parser, collector);
                return true;
            }
            Arrays.fill(values, null);
            cells.begin(path == null ? parser.currentTokenLocation().getLineNr() : ++ordinal);
            records.read(parser, this::set);
            for (int i = 0; i < values.length; i++) {
                cells.add(values[i], values[i] == null ? CellKind.ABSENT : kinds[i]);
            }
            return true;
        } catch (JacksonException broken) {
            throw JsonTable.broken(broken);
        }
    }

    private void set(String name, @Nullable String value, CellKind kind) {
        var column = columns.get(name);
        if (column != null) {
            values[column] = value;
            kinds[column] = kind;
        }
    }

    private boolean advance() {
        if (started) {
            var token = parser.nextToken();
            return token != null && token != JsonToken.END_ARRAY;
        }
        started = true;
        var token = parser.nextToken();
        if (token == null || path == null) {
            return token != null;
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
