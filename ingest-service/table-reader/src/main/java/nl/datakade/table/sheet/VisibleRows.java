package nl.datakade.table.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Rows;
import org.jspecify.annotations.Nullable;

/** The filled rows of a sheet as a person sees them: what is hidden left out, merged cells filled in below. */
final class VisibleRows implements Rows {

    /** Of a cell that has the value of the merged cell it belongs to. */
    private static final int FILLED_IN = -1;

    private final RowSource source;
    private final boolean withHidden;
    private final int width;
    private final PassNotes notes;
    private final @Nullable Head head;
    private final SheetRow row = new SheetRow();
    private final Map<Integer, Carried> carried = new TreeMap<>();
    private int toSkip;

    /** A merged cell that reaches further down. */
    private record Carried(Shown cell, long until) {}

    /**
     * Starts a pass.
     *
     * @param skipped filled rows to leave out at the start
     * @param width of every row, or 0 to give each as wide as it is
     * @param head receives the rows as they stand, where the header is still to be found; nothing is filled in then
     */
    VisibleRows(RowSource source, boolean withHidden, int skipped, int width, PassNotes notes, @Nullable Head head) {
        this.source = source;
        this.withHidden = withHidden;
        this.toSkip = skipped;
        this.width = width;
        this.notes = notes;
        this.head = head;
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        while (source.next(row)) {
            var hidden = withHidden ? new BitSet(0) : source.hiddenColumns();
            int end = end(hidden);
            carry(end > 0);
            if (row.isHidden() && !withHidden) {
                if (end > 0) {
                    notes.hiddenRow(row.line());
                }
                continue;
            }
            noteHidden(hidden);
            if (end == 0) {
                continue;
            }
            boolean skipped = toSkip > 0;
            toSkip -= skipped ? 1 : 0;
            if (head != null) {
                head.lines.add(line(hidden, end));
            }
            if (skipped) {
                continue;
            }
            cells.begin(row.line());
            int place = 0;
            for (int i = 0; width == 0 ? i < end : place < width; i++) {
                if (!hidden.get(i)) {
                    add(cells, i, place++);
                }
            }
            return true;
        }
        return false;
    }

    /** Where the last visible cell that holds something ends; 0 when none does. */
    private int end(BitSet hidden) {
        for (int i = row.size() - 1; i >= 0; i--) {
            if (!row.isBlank(i) && !hidden.get(i)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** A row that holds nothing of its own is none, whatever is merged over it. */
    private void carry(boolean filled) {
        for (int i = 0; i < row.size(); i++) {
            if (row.down(i) > 0 && !row.isBlank(i)) {
                carried.put(i, new Carried(row.cell(i), row.line() + row.down(i)));
            }
        }
        carried.values().removeIf(merged -> merged.until() < row.line());
        if (head == null && filled) {
            carried.forEach((column, merged) -> {
                if (row.isBlank(column)) {
                    row.set(column, merged.cell());
                    row.merge(column, FILLED_IN, 0);
                }
            });
        }
    }

    private void noteHidden(BitSet hidden) {
        for (int i = hidden.nextSetBit(0); i >= 0 && i < row.size(); i = hidden.nextSetBit(i + 1)) {
            if (!row.isBlank(i)) {
                notes.hiddenColumn(i, row.line(), String.valueOf(row.text(i)));
            }
        }
    }

    private void add(Cells cells, int column, int place) {
        var cell = row.cell(column);
        if (row.isBlank(column)) {
            cells.add(null, CellKind.ABSENT);
        } else {
            cells.add(cell.text(), cell.kind());
        }
        if (cell.note() != Note.NONE) {
            notes.cell(place, cell.note(), row.line());
        }
        if (row.down(column) == FILLED_IN) {
            notes.merged(place, row.line());
        }
    }

    private Head.Line line(BitSet hidden, int end) {
        var texts = new ArrayList<@Nullable String>();
        var spans = new ArrayList<Head.Span>();
        for (int i = 0; i < Math.max(end, row.size()); i++) {
            if (hidden.get(i)) {
                continue;
            }
            if (row.down(i) > 0 || row.across(i) > 0) {
                int across = 0;
                for (int j = i + 1; j <= i + row.across(i); j++) {
                    across += hidden.get(j) ? 0 : 1;
                }
                spans.add(new Head.Span(texts.size(), row.down(i), across));
            }
            texts.add(row.text(i));
        }
        return new Head.Line(row.line(), texts, spans);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
