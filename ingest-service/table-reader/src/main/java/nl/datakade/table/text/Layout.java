package nl.datakade.table.text;

import java.util.BitSet;
import java.util.List;
import nl.datakade.table.type.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Where in the text the table stands.
 *
 * @param skipped records before the first row, the header and the units line among them
 * @param headerLine line of the header, or 0 when the table has none
 * @param labels a label per column, blank where the header says nothing
 * @param units what a units line under the header says, or empty
 * @param preamble lines before the header
 * @param header the header's own text, to know it when it returns
 * @param shapes what most values of each column look like in the first rows
 * @param filled which columns have a value in each of the first rows
 */
public record Layout(
        int skipped,
        long headerLine,
        List<String> labels,
        List<@Nullable String> units,
        int preamble,
        String header,
        List<Shape> shapes,
        BitSet filled) {

    public int width() {
        return labels.size();
    }
}
