package nl.datakade.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Ids of columns: those they had before by name, that of the former column after a rename, else one never used before. */
final class ColumnIds {

    private ColumnIds() {}

    static List<Integer> assign(
            List<String> names, List<String> headings, Known known, Map<String, Known.Column> renames) {
        var ids = new ArrayList<Integer>();
        var taken = new HashSet<Integer>();
        names.forEach(name -> known.column(name).ifPresent(column -> taken.add(column.id())));
        int next = highest(known) + 1;
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            var heading = i < headings.size() ? headings.get(i) : name;
            var same = known.column(name);
            var former = renames.get(name);
            var earlier = known.ids().getOrDefault(name, known.ids().get(heading));
            if (same.isPresent()) {
                ids.add(same.get().id());
            } else if (former != null && taken.add(former.id())) {
                ids.add(former.id());
            } else if (earlier != null && taken.add(earlier)) {
                ids.add(earlier);
            } else {
                ids.add(next++);
            }
        }
        return ids;
    }

    private static int highest(Known known) {
        int highest = 0;
        for (var id : known.ids().values()) {
            highest = Math.max(highest, id);
        }
        for (var column : known.columns()) {
            highest = Math.max(highest, column.id());
        }
        return highest;
    }
}
