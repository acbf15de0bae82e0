package nl.datakade.table.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import nl.datakade.table.row.CellKind;
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
            var raw = cells.raw();
            rows.add(of(cells.line(), raw == null ? "" : raw, cells, value));
        }
        return rows;
    }

    /** A row of these cells. */
    static SampleRow of(long line, String raw, List<String> texts) {
        var cells = new Cells();
        cells.begin(line);
        texts.forEach(text -> cells.add(text, CellKind.TEXT));
        return of(line, raw, cells, new Value());
    }

    private static SampleRow of(long line, String raw, Cells cells, Value value) {
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
        return new SampleRow(line, raw, texts, shapes, filled);
    }

    /** The rows without those in which a heading comes back. */
    static List<SampleRow> without(List<SampleRow> headings, List<SampleRow> rows) {
        var texts = headings.stream()
                .map(SampleRow::raw)
                .filter(raw -> !raw.isEmpty())
                .toList();
        return rows.stream().filter(row -> !texts.contains(row.raw())).toList();
    }

    /** Blank lines, or comments, stand between the two. */
    boolean isApartFrom(SampleRow following) {
        long feeds = raw.chars().filter(c -> c == '\n').count();
        long returns = raw.chars().filter(c -> c == '\r').count();
        return following.line - line > 1 + Math.max(feeds, returns);
    }

    /** Every cell that the table has is filled, each in words and no two the same: as headings are. */
    boolean isFullAndDistinct(int width) {
        return filled == width
                && shapes.contains(Shape.TEXT)
                && Set.copyOf(cells).size() == width;
    }

    /** Every cell is a word, or a letter by itself as short headings are. */
    boolean isWords() {
        for (int i = 0; i < cells.size(); i++) {
            var text = cells.get(i).strip();
            if (shapes.get(i) != Shape.TEXT && !(text.length() == 1 && Character.isLetter(text.charAt(0)))) {
                return false;
            }
        }
        return true;
    }

    /** A blank cell stands between filled ones, or before the first. */
    boolean hasGap() {
        int last = lastFilled();
        for (int i = 0; i < last; i++) {
            if (!has(i)) {
                return true;
            }
        }
        return false;
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
