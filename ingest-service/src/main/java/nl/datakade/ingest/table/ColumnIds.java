package nl.datakade.ingest.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ids of columns: those of the previous version by name, new ones never used before. */
final class ColumnIds {

    private ColumnIds() {}

    static List<Integer> assign(List<String> names, Map<String, Integer> previous) {
        int next = previous.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        var ids = new ArrayList<Integer>();
        for (var name : names) {
            var known = previous.get(name);
            ids.add(known == null ? next++ : known);
        }
        return ids;
    }
}
