package nl.datakade.quality.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.datakade.quality.profile.ColumnProfile;
import nl.datakade.quality.profile.ColumnProfile.Numbers;
import nl.datakade.quality.profile.ColumnProfile.ValueCount;
import nl.datakade.quality.profile.Profile;
import nl.datakade.quality.profile.TableProfile;
import nl.datakade.quality.semantic.ValueKind;
import org.jspecify.annotations.Nullable;

/** Whether the values of a column are still of the kind that they were: a column may stay and yet mean something else. */
final class Shift {
    private static final long FEW_ROWS = 20;
    private static final double MOSTLY = 0.5;

    private Shift() {}

    static List<Breach> between(Profile before, Profile now) {
        var breaches = new ArrayList<Breach>();
        for (var table : now.tables()) {
            before.tables().stream()
                    .filter(candidate -> candidate.name().equals(table.name()))
                    .findFirst()
                    .ifPresent(old -> compare(old, table, breaches));
        }
        return breaches;
    }

    private static void compare(TableProfile before, TableProfile now, List<Breach> breaches) {
        if (before.rows() < FEW_ROWS || now.rows() < FEW_ROWS) {
            return;
        }
        for (var column : now.columns()) {
            before.columns().stream()
                    .filter(candidate -> candidate.id() == column.id())
                    .findFirst()
                    .map(old -> rule(old, column, now))
                    .ifPresent(rule -> breaches.add(Breach.at(now.name(), column.name(), rule)));
        }
    }

    private static @Nullable Rule rule(ColumnProfile before, ColumnProfile now, TableProfile table) {
        if (before.filled() > MOSTLY * before.rows() && now.filled() == 0) {
            return Rule.COLUMN_EMPTIED;
        }
        return isElsewhere(before, now, table) || isOtherCategories(before, now) ? Rule.VALUES_SHIFTED : null;
    }

    /**
     * Nine in ten numbers lie outside the range in which nine in ten of the former lay, as when metres became kilometres.
     * Numbers that distinguish rows grow from version to version.
     */
    private static boolean isElsewhere(ColumnProfile before, ColumnProfile now, TableProfile table) {
        var old = before.numbers();
        var fresh = now.numbers();
        return old != null
                && fresh != null
                && !table.keys().contains(List.of(now.name()))
                && now.meaning() == null
                && now.distinct() < now.filled()
                && (liesBelow(old, fresh) || liesBelow(fresh, old));
    }

    private static boolean liesBelow(Numbers one, Numbers other) {
        return one.p95() < other.p05();
    }

    /** Where the most frequent values are most of the column, and not one of them is left. */
    private static boolean isOtherCategories(ColumnProfile before, ColumnProfile now) {
        if (!isCategories(before) || !isCategories(now)) {
            return false;
        }
        var known = before.top().stream().map(ValueCount::value).collect(Collectors.toSet());
        return now.top().stream().map(ValueCount::value).noneMatch(known::contains);
    }

    private static boolean isCategories(ColumnProfile column) {
        var shown = column.top().stream().mapToLong(ValueCount::rows).sum();
        return column.kind() == ValueKind.TEXT && shown > MOSTLY * column.filled();
    }
}
