package nl.datakade.table.json;

import java.util.Arrays;
import java.util.Map;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.row.Cells;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Lays the members of objects out over the columns of a table; or only collects what members there are. */
final class ObjectCells {

    private final JsonRecord records;
    private final Map<String, Integer> columns;
    private final JsonRecord.@Nullable Member collector;
    private final @Nullable String[] values;
    private final CellKind[] kinds;

    ObjectCells(JsonRecord records, Map<String, Integer> columns, JsonRecord.@Nullable Member collector) {
        this.records = records;
        this.columns = columns;
        this.collector = collector;
        this.values = new String[columns.size()];
        this.kinds = new CellKind[columns.size()];
    }

    /** Reads the object, or other value, at which the parser stands. */
    void read(JsonParser parser, Cells cells) {
        if (collector != null) {
            records.read(parser, collector);
            return;
        }
        Arrays.fill(values, null);
        records.read(parser, this::set);
        for (int i = 0; i < values.length; i++) {
            cells.add(values[i], values[i] == null ? CellKind.ABSENT : kinds[i]);
        }
    }

    private void set(String name, @Nullable String value, CellKind kind) {
        var column = columns.get(name);
        if (column != null) {
            values[column] = value;
            kinds[column] = kind;
        }
    }
}
