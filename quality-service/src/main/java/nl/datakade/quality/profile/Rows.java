package nl.datakade.quality.profile;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.datakade.quality.semantic.ValueKind;

/** What can be said of whole rows: which are the same, and which columns distinguish them. */
final class Rows {
    private static final Set<ValueKind> KEY_KINDS =
            Set.of(ValueKind.TEXT, ValueKind.INTEGER, ValueKind.DATE, ValueKind.TIMESTAMP);
    private static final int COLUMNS_TO_PAIR = 5;

    private Rows() {}

    static long duplicates(Engine engine, List<Overview.Figures> columns) throws SQLException {
        if (columns.isEmpty() || columns.getFirst().rows() == 0) {
            return 0;
        }
        var all = columns.stream()
                .map(column -> Engine.quoted(column.column().name()))
                .collect(Collectors.joining(", "));
        return engine.one("SELECT count(*) - count(DISTINCT hash(" + all + ")) FROM measured", row -> row.getLong(1));
    }

    /** Single columns that distinguish every row; when there are none, pairs. */
    static List<List<String>> keys(
            Engine engine, List<Overview.Figures> columns, Map<Integer, Distribution> distributions)
            throws SQLException {
        var possible = columns.stream()
                .filter(column ->
                        KEY_KINDS.contains(column.kind()) && column.filled() == column.rows() && column.rows() > 1)
                .sorted(Comparator.comparingLong(Overview.Figures::distinctEstimate)
                        .reversed()
                        .thenComparingInt(column -> column.column().id()))
                .toList();
        var single = new ArrayList<List<String>>();
        for (var column : columns.stream().filter(possible::contains).toList()) {
            var distribution = distributions.get(column.column().id());
            if (distribution != null
                    && distribution.exact()
                    && distribution.distinct() == column.rows()
                    && column.longest() <= 200) {
                single.add(List.of(column.column().name()));
            }
        }
        if (!single.isEmpty() || possible.isEmpty() || possible.getFirst().rows() > Overview.EXACT_ROWS) {
            return single;
        }
        return pairs(engine, possible.stream().limit(COLUMNS_TO_PAIR).toList());
    }

    private static List<List<String>> pairs(Engine engine, List<Overview.Figures> columns) throws SQLException {
        var found = new ArrayList<List<String>>();
        for (var i = 0; i < columns.size(); i++) {
            for (var j = i + 1; j < columns.size(); j++) {
                var one = columns.get(i);
                var other = columns.get(j);
                if ((double) one.distinctEstimate() * other.distinctEstimate() < one.rows()) {
                    continue;
                }
                var pair = List.of(one.column().name(), other.column().name());
                var sql = "SELECT count(DISTINCT hash(%s, %s)) FROM measured"
                        .formatted(Engine.quoted(pair.getFirst()), Engine.quoted(pair.getLast()));
                if (engine.one(sql, row -> row.getLong(1)) == one.rows()) {
                    found.add(pair);
                }
            }
        }
        return found;
    }
}
