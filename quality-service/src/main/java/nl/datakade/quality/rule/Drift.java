package nl.datakade.quality.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.ingest.VersionState.Column;
import nl.datakade.quality.semantic.ValueKind;

/** What changed in the structure since the version that people build on now: losing a column breaks their work. */
final class Drift {
    private static final Map<ValueKind, Set<ValueKind>> WIDER = Map.of(
            ValueKind.INTEGER, Set.of(ValueKind.INTEGER, ValueKind.DECIMAL),
            ValueKind.DECIMAL, Set.of(ValueKind.DECIMAL),
            ValueKind.DATE, Set.of(ValueKind.TIMESTAMP),
            ValueKind.TIMESTAMP, Set.of(ValueKind.TIMESTAMP));

    private Drift() {}

    static List<Breach> between(VersionState before, VersionState now) {
        var breaches = new ArrayList<Breach>();
        var tables = new LinkedHashMap<String, Map<String, Column>>();
        now.tables().forEach(table -> tables.put(table.name(), columns(table)));
        for (var table : before.tables()) {
            var columns = tables.getOrDefault(table.name(), Map.of());
            for (var column : table.columns()) {
                var same = columns.get(column.name());
                if (same == null) {
                    breaches.add(Breach.at(table.name(), column.name(), Rule.COLUMN_LOST));
                } else if (!same.type().equals(column.type())) {
                    breaches.add(Breach.at(
                            table.name(),
                            column.name(),
                            changed(column.type(), same.type()),
                            column.type(),
                            same.type()));
                }
            }
        }
        return breaches;
    }

    private static Rule changed(String from, String to) {
        return WIDER.getOrDefault(kind(from), Set.of()).contains(kind(to)) ? Rule.TYPE_WIDENED : Rule.TYPE_CHANGED;
    }

    private static ValueKind kind(String type) {
        return type.equals("TIMESTAMPTZ") ? ValueKind.TIMESTAMP : ValueKind.of(type);
    }

    private static Map<String, Column> columns(VersionState.Table table) {
        var columns = new LinkedHashMap<String, Column>();
        table.columns().forEach(column -> columns.put(column.name(), column));
        return columns;
    }
}
