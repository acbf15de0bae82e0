package nl.datakade.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.datakade.table.row.Finding;

/**
 * What changed between two readings of a dataset. Columns are the same when they have the same id, whatever they are
 * called now. All changes are told; which of them hold a version back is for quality to say.
 */
public final class SchemaDrift {

    /** Twice as many or half as many rows is worth a look; a tenth is likely a mistake. */
    private static final double VOLUME_SHIFT = 2;

    private static final double NEARLY_ALL_GONE = 0.1;

    /** A column with at most about so many different values holds categories. */
    private static final int CATEGORIES = 40;

    private static final int FEW_ROWS = 20;
    private static final double HARDLY_ANY = 0.1;

    private SchemaDrift() {}

    /** One change; what is not breaking leaves the work of users as it is. */
    public record Change(
            Kind kind, boolean breaking, String table, String column, String message, List<Object> arguments) {

        Finding finding() {
            var finding =
                    breaking ? Finding.warning(kind.name(), null, message) : Finding.info(kind.name(), null, message);
            return finding.of(table, column.isEmpty() ? null : column).with(arguments.toArray());
        }
    }

    /** Kinds of change. */
    public enum Kind {
        TABLE_ADDED,
        TABLE_REMOVED,
        COLUMN_ADDED,
        COLUMN_REMOVED,
        COLUMN_RENAMED,
        COLUMN_EMPTIED,
        TYPE_CHANGED,
        TYPE_WIDENED,
        DOMAIN_SHIFTED,
        VOLUME_SHIFTED
    }

    public static List<Change> between(Reading previous, Reading current) {
        var before = by(previous.tables(), Reading.Table::name);
        var after = by(current.tables(), Reading.Table::name);
        var changes = new ArrayList<Change>();
        before.forEach((name, table) -> {
            var now = after.get(name);
            if (now == null) {
                changes.add(new Change(Kind.TABLE_REMOVED, true, name, "", "the table is gone", List.of()));
            } else {
                compare(table, now, changes);
                domains(previous, table, current, now, changes);
            }
        });
        after.keySet().stream()
                .filter(name -> !before.containsKey(name))
                .forEach(name ->
                        changes.add(new Change(Kind.TABLE_ADDED, false, name, "", "the table is new", List.of())));
        return changes;
    }

    public static List<Finding> findings(Reading previous, Reading current) {
        return between(previous, current).stream().map(Change::finding).toList();
    }

    private static void compare(Reading.Table before, Reading.Table now, List<Change> changes) {
        var table = now.name();
        var present = by(now.columns(), Reading.Column::id);
        var known = by(before.columns(), Reading.Column::id);
        for (var column : before.columns()) {
            var same = present.get(column.id());
            if (same == null) {
                changes.add(
                        new Change(Kind.COLUMN_REMOVED, true, table, column.name(), "the column is gone", List.of()));
            } else {
                renamed(column, same, table, changes);
                type(column, same, table, changes);
            }
        }
        for (var column : now.columns()) {
            if (!known.containsKey(column.id())) {
                changes.add(new Change(Kind.COLUMN_ADDED, false, table, column.name(), "the column is new", List.of()));
            }
        }
        volume(before, now, changes);
    }

    private static void renamed(Reading.Column before, Reading.Column now, String table, List<Change> changes) {
        if (!before.name().equals(now.name())) {
            changes.add(new Change(
                    Kind.COLUMN_RENAMED,
                    false,
                    table,
                    now.name(),
                    "was called " + before.name(),
                    List.of(before.name())));
        }
    }

    private static void type(Reading.Column before, Reading.Column now, String table, List<Change> changes) {
        if (!before.type().equals(now.type())) {
            boolean empty = before.values() == 0 || now.values() == 0;
            boolean compatible = empty || isWider(before.type(), now.type());
            changes.add(new Change(
                    compatible ? Kind.TYPE_WIDENED : Kind.TYPE_CHANGED,
                    !compatible,
                    table,
                    now.name(),
                    "was " + before.type() + " and is " + now.type(),
                    List.of(before.type(), now.type())));
        }
    }

    /** Whether whoever counts on the one can go on with the other. */
    private static boolean isWider(String before, String now) {
        boolean numbers = isNumeric(before) && isNumeric(now) && !now.equals("BIGINT");
        return numbers || (before.equals("DATE") && now.startsWith("TIMESTAMP"));
    }

    private static void volume(Reading.Table before, Reading.Table now, List<Change> changes) {
        double ratio = (now.rows() + 1.0) / (before.rows() + 1.0);
        if (ratio > VOLUME_SHIFT || ratio < 1 / VOLUME_SHIFT) {
            changes.add(new Change(
                    Kind.VOLUME_SHIFTED,
                    ratio < NEARLY_ALL_GONE,
                    now.name(),
                    "",
                    "had " + before.rows() + " rows and has " + now.rows(),
                    List.of(before.rows(), now.rows())));
        }
    }

    private static void domains(
            Reading previous, Reading.Table before, Reading current, Reading.Table now, List<Change> changes) {
        var known = by(before.columns(), Reading.Column::id);
        for (var column : now.columns()) {
            var old = known.get(column.id());
            if (old == null || before.rows() < FEW_ROWS || now.rows() < FEW_ROWS) {
                continue;
            }
            if (filled(before, old) > 0.5 && filled(now, column) == 0) {
                changes.add(new Change(
                        Kind.COLUMN_EMPTIED, true, now.name(), column.name(), "has no value any more", List.of()));
            } else if (isOtherCategories(sketch(previous, before, old), sketch(current, now, column))) {
                changes.add(new Change(
                        Kind.DOMAIN_SHIFTED,
                        false,
                        now.name(),
                        column.name(),
                        "hardly any of its values were there before",
                        List.of()));
            }
        }
    }

    private static boolean isOtherCategories(String before, String now) {
        int bins = Sketch.bins(before);
        return bins > 1 && bins <= CATEGORIES && Sketch.bins(now) > 1 && Sketch.likeness(before, now) < HARDLY_ANY;
    }

    private static String sketch(Reading reading, Reading.Table table, Reading.Column column) {
        return reading.sketches().getOrDefault(table.name(), Map.of()).getOrDefault(column.name(), "");
    }

    private static double filled(Reading.Table table, Reading.Column column) {
        return table.rows() == 0 ? 0 : Math.max(0, table.rows() - column.missing()) / (double) table.rows();
    }

    private static boolean isNumeric(String type) {
        return type.equals("BIGINT") || type.equals("DOUBLE") || type.startsWith("DECIMAL");
    }

    private static <T, K> Map<K, T> by(List<T> all, Function<T, K> key) {
        return all.stream()
                .collect(Collectors.toMap(key, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }
}
