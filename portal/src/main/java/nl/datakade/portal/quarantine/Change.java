package nl.datakade.portal.quarantine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.datakade.portal.api.Catalog.Dataset;
import nl.datakade.portal.api.Catalog.Version;
import nl.datakade.portal.api.Listing;
import org.jspecify.annotations.Nullable;

/**
 * What people will see when a version takes the place of the one in use.
 *
 * @param instead the number of the one in use; null when there is none
 * @param before the one in use; null when there is none, or when the catalogue does not show it
 * @param gone columns that are no longer there, named with their table where there are more tables
 * @param added columns that were not there
 */
record Change(@Nullable Integer instead, @Nullable Version before, Version now, List<String> gone, List<String> added) {

    /** Null as long as the catalogue does not know the version. */
    static @Nullable Change of(int version, @Nullable Dataset dataset, @Nullable Listing<Version> versions) {
        var now = find(version, versions);
        if (now == null || dataset == null) {
            return null;
        }
        var current = dataset.currentVersion();
        var before = current == null ? null : find(current, versions);
        return before == null
                ? new Change(current, null, now, List.of(), List.of())
                : new Change(current, before, now, missing(before, now), missing(now, before));
    }

    public int columns(Version version) {
        return version.tables().stream()
                .mapToInt(table -> table.columns().size())
                .sum();
    }

    private static @Nullable Version find(int number, @Nullable Listing<Version> versions) {
        return versions == null
                ? null
                : versions.items().stream()
                        .filter(version -> version.version() == number)
                        .findFirst()
                        .orElse(null);
    }

    /** Columns are the same when they have the same id, for ids survive renames. */
    private static List<String> missing(Version of, Version in) {
        var there = columnsById(in).keySet();
        var missing = new LinkedHashMap<>(columnsById(of));
        missing.keySet().removeAll(there);
        return List.copyOf(missing.values());
    }

    private static Map<String, String> columnsById(Version version) {
        var columns = new LinkedHashMap<String, String>();
        for (var table : version.tables()) {
            for (var column : table.columns()) {
                var name = version.tables().size() > 1 ? table.name() + "." + column.name() : column.name();
                columns.put(table.name() + "/" + column.id(), name);
            }
        }
        return columns;
    }
}
