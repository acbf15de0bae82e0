package nl.datakade.table.text;

import java.util.HashMap;
import java.util.List;

/** How many cells the rows of a table have. */
final class Widths {

    private Widths() {}

    /** The number of cells most rows have; of equals the larger; 1 only when no more than a few rows have more. */
    static int mostCommon(List<Integer> widths) {
        var counts = new HashMap<Integer, Integer>();
        widths.forEach(width -> counts.merge(width, 1, Integer::sum));
        int best = 1;
        int bestCount = 0;
        for (var entry : counts.entrySet()) {
            int count = entry.getValue();
            if (count > bestCount || (count == bestCount && entry.getKey() > best)) {
                best = entry.getKey();
                bestCount = count;
            }
        }
        return best;
    }
}
