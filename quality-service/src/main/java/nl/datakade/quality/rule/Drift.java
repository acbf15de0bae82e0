package nl.datakade.quality.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.ingest.VersionState.Column;
import nl.datakade.contracts.ingest.VersionState.Table;
import nl.datakade.quality.semantic.ValueKind;

/**
 * What changed in the structure since the version that people build on now: losing a column breaks their work. Columns
 * are the same when they have the same id, for ids survive renames.
 */
final class Drift {
    private static final Map<ValueKind, Set<ValueKind>> WIDER = Map.of(
            ValueKind.INTEGER, Set.of(ValueKind.INTEGER, ValueKind.DECIMAL),
            ValueKind.DECIMAL, Set.of(ValueKind.DECIMAL),
            ValueKind.DATE, Set.of(ValueKind.TIMESTAMP),
            ValueKind.TIMESTAMP, Set.of(ValueKind.TIMESTAMP));

    private final List<Breach> breaches = new ArrayList<>();

    private final Predicate<Column> empty;

    private Drift(Predicate<Column> empty) {
        this.empty = empty;
    }

    /** @param empty whether a column had no value in the version before, so that nobody can count on its type */
    static List<Breach> between(VersionState before, VersionState now, Predicate<Column> empty) {
        var drift = new Drift(empty);
        var tables = new LinkedHashMap<String, Table>();
        now.tables().forEach(table -> tables.put(table.name(), table));
        for (var table : before.tables()) {
            var same = tables.remove(table.name());
            if (same == null) {
                drift.breaches.add(Breach.in(table.name(), Rule.TABLE_LOST));
            } else {
                drift.compare(table, same);
            }
        }
        tables.keySet().forEach(name -> drift.breaches.add(Breach.in(name, Rule.TABLE_ADDED)));
        return drift.breaches;
    }

    private void compare(Table before, Table now) {
        var columns = columns(now);
        for (var column : before.columns()) {
            var same = columns.remove(column.id());
            if (same == null) {
                breaches.add(Breach.at(now.name(), column.name(), Rule.COLUMN_LOST));
                continue;
            }
            if (!same.name().equals(column.name())) {
                breaches.add(Breach.at(now.name(), same.name(), Rule.COLUMN_RENAMED, column.name()));
            }
            if (!same.type().equals(column.type())) {
                var rule = empty.test(column) ? Rule.TYPE_WIDENED : changed(column.type(), same.type());
                breaches.add(Breach.at(now.name(), same.name(), rule, column.type(), same.type()));
            }
        }
        columns.values().forEach(column -> breaches.add(Breach.at(now.name(), column.name(), Rule.COLUMN_ADDED)));
    }

    private static Rule changed(String from, String to) {
        return WIDER.getOrDefault(kind(from), Set.of()).contains(kind(to)) ? Rule.TYPE_WIDENED : Rule.TYPE_CHANGED;
    }

    private static ValueKind kind(String type) {
        return type.equals("TIMESTAMPTZ") ? ValueKind.TIMESTAMP : ValueKind.of(type);
    }

    private static Map<Integer, Column> columns(Table table) {
        var columns = new LinkedHashMap<Integer, Column>();
        table.columns().forEach(column -> columns.put(column.id(), column));
        return columns;
    }
}
