package nl.datakade.table.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Rows;
import nl.datakade.table.type.Shape;
import nl.datakade.table.type.Value;

/**
 * One of the first rows of a text or sheet, as it stands.
 *
 * @param raw its text, by which a header is known when it returns
 * @param filled how many of its cells are not blank
 */
record SampleRow(long line, String raw, List<String> cells, List<Shape> shapes, int filled) {

    private static final int MAX_ROWS = 400;

    /** The first rows there are, none of them blank. */
    static List<SampleRow> read(Rows source) throws IOException {
        var rows = new ArrayList<SampleRow>();
        var cells = new Cells();
        var value = new Value();
        while (rows.size() < MAX_ROWS && source.next(cells)) {
            var texts = new ArrayList<String>();
            var shapes = new ArrayList<Shape>();
            int filled = 0;
            for (int i = 0; i < cells.size(); i++) {
                var text = cells.text(i);
                texts.add(text);
                shapes.add(value.look(cells.bytes(), cells.from(i), cells.to(i), cells.kind(i))
                        .shape());
                filled += text.isBlank() ? 0 : 1;
            }
            var raw = cells.raw();
            rows.add(new SampleRow(cells.line(), raw == null ? "" : raw, texts, shapes, filled));
        }
        return rows;
    }

    /** How many cells most rows have. */
    static int width(List<SampleRow> rows) {
        return Widths.mostCommon(rows.stream().map(row -> row.cells().size()).toList());
    }

    /** Whether there is something in a cell. */
    boolean has(int cell) {
        return cell < cells.size() && !cells.get(cell).isBlank();
    }

    int lastFilled() {
        for (int i = cells.size() - 1; i >= 0; i--) {
            if (has(i)) {
                return i;
            }
        }
        return -1;
    }

    /** The columns that have a value in every one of the rows. */
    static BitSet filled(List<SampleRow> body, int width) {
        var filled = new BitSet();
        filled.set(0, body.size() > 1 ? width : 0);
        for (var row : body) {
            for (int i = 0; row.cells().size() == width && i < width; i++) {
                if (row.cells().get(i).isBlank()) {
                    filled.clear(i);
                }
            }
        }
        return filled;
    }

    /** The shape at least nine in ten filled cells of a column agree on; text otherwise. */
    static List<Shape> dominant(List<SampleRow> body, int width) {
        var dominant = new ArrayList<Shape>();
        for (int column = 0; column < width; column++) {
            var counts = new EnumMap<Shape, Integer>(Shape.class);
            int filled = 0;
            for (var row : body) {
                if (column < row.cells().size()
                        && row.cells().size() == width
                        && !row.cells().get(column).isBlank()) {
                    counts.merge(row.shapes().get(column), 1, Integer::sum);
                    filled++;
                }
            }
            dominant.add(agreed(counts, filled));
        }
        return dominant;
    }

    private static Shape agreed(EnumMap<Shape, Integer> counts, int filled) {
        for (var candidate : counts.keySet()) {
            int agreeing = 0;
            for (var entry : counts.entrySet()) {
                agreeing += entry.getKey().agreesWith(candidate) || entry.getKey() == Shape.MARK ? entry.getValue() : 0;
            }
            if (candidate.isTyped() && agreeing * 10 >= filled * 9) {
                return candidate;
            }
        }
        return Shape.TEXT;
    }
}
