package nl.datakade.table.text;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.type.Shape;
import nl.datakade.table.type.Value;

/** Whether a row fits the columns: its cells are of the kinds that the first rows have there. */
final class ColumnShapes {

    static final int UNFIT = -1;

    private final List<Shape> shapes;
    private final BitSet filled;
    private final Value value = new Value();

    ColumnShapes(Layout layout) {
        this.shapes = layout.shapes();
        this.filled = layout.filled();
    }

    /**
     * The cells are of the kinds their columns have, none is missing in a column that always has a value, and none
     * looks as if it went on from the one before it.
     */
    boolean fit(List<String> cells) {
        if (cells.stream().skip(1).anyMatch(cell -> cell.startsWith(" ") && !cell.isBlank())) {
            return false;
        }
        for (int i = filled.nextSetBit(0); i >= 0; i = filled.nextSetBit(i + 1)) {
            if (i >= cells.size() || cells.get(i).isBlank()) {
                return false;
            }
        }
        return agreement(cells) >= 0;
    }

    /** How many cells are of their column's kind, where that is more than words; {@link #UNFIT} when one is not. */
    int agreement(List<String> cells) {
        int agreeing = 0;
        for (int i = 0; i < Math.min(shapes.size(), cells.size()); i++) {
            var expected = shapes.get(i);
            var text = cells.get(i);
            if (!expected.isTyped() || text.isBlank()) {
                continue;
            }
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            var shape = value.look(bytes, 0, bytes.length, CellKind.TEXT).shape();
            if (!shape.agreesWith(expected) && shape != Shape.MARK) {
                return UNFIT;
            }
            agreeing++;
        }
        return agreeing;
    }
}
