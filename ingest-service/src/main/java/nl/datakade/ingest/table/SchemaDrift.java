package nl.datakade.ingest.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What changed between two readings of a dataset. A column that went and one of the same type and much the same values
 * that came are taken for a rename. Compatible changes are told, breaking ones hold a version back.
 */
public final class SchemaDrift {

    /** Twice as many or half as many rows is worth a look; ten times is likely a mistake. */
    private static final double VOLUME_SHIFT = 2;

    private static final Set<String> NUMERIC = Set.of("BIGINT", "DOUBLE");

    private SchemaDrift() {}

    /** One change. */
    public record Change(Kind kind, boolean breaking, String table, String column, String message) {}

    /** Kinds of change. */
    public enum Kind {
        TABLE_ADDED,
        TABLE_REMOVED,
        COLUMN_ADDED,
        COLUMN_REMOVED,
        COLUMN_RENAMED,
        TYPE_CHANGED,
        VOLUME_SHIFTED
    }

    public static List<Change> between(Reading previous, Reading current) {
        var before = byName(previous.tables(), Reading.Table::name);
        var after = byName(current.tables(), Reading.Table::name);
        var changes = new ArrayList<Change>();
        before.forEach((name, table) -> {
            var now = after.get(name);
            if (now == null) {
                changes.add(new Change(Kind.TABLE_REMOVED, true, name, "", "the table is gone"));
            } else {
                compare(table, now, changes);
            }
        });
        after.keySet().stream()
                .filter(name -> !before.containsKey(name))
                .forEach(name -> changes.add(new Change(Kind.TABLE_ADDED, false, name, "", "the table is new")));
        return changes;
    }

    /** Ids for the columns of the next reading by their present names: a renamed column keeps its own. */
    public static Map<String, Integer> idsAfterRenames(Reading.Table previous, Reading.Table current) {
        var ids = new LinkedHashMap<String, Integer>();
        previous.columns().forEach(column -> ids.put(column.name(), column.id()));
        renames(previous, current).forEach((from, to) -> ids.put(to.name(), from.id()));
        return ids;
    }

    private static void compare(Reading.Table before, Reading.Table now, List<Change> changes) {
        var table = now.name();
        var renames = renames(before, now);
        var present = byName(now.columns(), Reading.Column::name);
        var known = byName(before.columns(), Reading.Column::name);
        for (var column : before.columns()) {
            var same = present.get(column.name());
            var renamed = renames.get(column);
            if (same != null) {
                type(column, same, table, changes);
            } else if (renamed != null) {
                changes.add(
                        new Change(Kind.COLUMN_RENAMED, false, table, renamed.name(), "was called " + column.name()));
            } else {
                changes.add(new Change(Kind.COLUMN_REMOVED, true, table, column.name(), "the column is gone"));
            }
        }
        for (var column : now.columns()) {
            if (!known.containsKey(column.name()) && !renames.containsValue(column)) {
                changes.add(new Change(Kind.COLUMN_ADDED, false, table, column.name(), "the column is new"));
            }
        }
        volume(before, now, changes);
    }

    private static void type(Reading.Column before, Reading.Column now, String table, List<Change> changes) {
        if (!before.type().equals(now.type())) {
            boolean empty = before.values() == 0 || now.values() == 0;
            boolean breaking = !empty && !(isNumeric(before.type()) && isNumeric(now.type()));
            changes.add(new Change(
                    Kind.TYPE_CHANGED, breaking, table, now.name(), "was " + before.type() + " and is " + now.type()));
        }
    }

    private static void volume(Reading.Table before, Reading.Table now, List<Change> changes) {
        double ratio = (now.rows() + 1.0) / (before.rows() + 1.0);
        if (ratio > VOLUME_SHIFT || ratio < 1 / VOLUME_SHIFT) {
            boolean breaking = ratio < 0.1;
            changes.add(new Change(
                    Kind.VOLUME_SHIFTED,
                    breaking,
                    now.name(),
                    "",
                    "had " + before.rows() + " rows and has " + now.rows()));
        }
    }

    private static Map<Reading.Column, Reading.Column> renames(Reading.Table before, Reading.Table now) {
        var present = byName(now.columns(), Reading.Column::name);
        var known = byName(before.columns(), Reading.Column::name);
        var came = new ArrayList<>(now.columns().stream()
                .filter(column -> !known.containsKey(column.name()))
                .toList());
        var renames = new LinkedHashMap<Reading.Column, Reading.Column>();
        for (var gone : before.columns()) {
            if (present.containsKey(gone.name())) {
                continue;
            }
            var alike = came.stream()
                    .filter(column -> isAlike(before, gone, now, column))
                    .toList();
            if (alike.size() == 1) {
                renames.put(gone, alike.getFirst());
                came.remove(alike.getFirst());
            }
        }
        return renames;
    }

    /** Same type, much the same range, and nearly as often filled. */
    private static boolean isAlike(Reading.Table before, Reading.Column gone, Reading.Table now, Reading.Column came) {
        var old = bounds(before, gone);
        var fresh = bounds(now, came);
        boolean sameRange =
                old.equals(fresh) || (!old.isEmpty() && old.getFirst().equals(fresh.isEmpty() ? "" : fresh.getFirst()));
        double filled = share(gone.values(), before.rows());
        return gone.type().equals(came.type())
                && sameRange
                && Math.abs(filled - share(came.values(), now.rows())) < 0.1;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static List<String> bounds(Reading.Table table, Reading.Column column) {
        return table.parts().stream()
                .map(part -> part.bounds().get(column.name()))
                .filter(bounds -> bounds != null && bounds.min() != null)
                .flatMap(bounds -> List.of(String.valueOf(bounds.min()), String.valueOf(bounds.max())).stream())
                .toList();
    }

    private static boolean isNumeric(String type) {
        return NUMERIC.contains(type) || type.startsWith("DECIMAL");
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        return all.stream()
                .collect(Collectors.toMap(name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }
}
