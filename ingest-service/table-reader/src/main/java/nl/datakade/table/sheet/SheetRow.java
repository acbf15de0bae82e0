package nl.datakade.table.sheet;

import java.util.Arrays;
import nl.datakade.table.row.CellKind;
import org.jspecify.annotations.Nullable;

/** One row of a sheet as its file has it, hidden cells included. Reused from row to row. */
public final class SheetRow {

    private Shown[] cells = new Shown[32];
    private int[] down = new int[32];
    private int[] across = new int[32];
    private int size;
    private long line;
    private boolean hidden;

    public void begin(long atLine, boolean isHidden) {
        Arrays.fill(cells, 0, size, Shown.NOTHING);
        Arrays.fill(down, 0, size, 0);
        Arrays.fill(across, 0, size, 0);
        size = 0;
        line = atLine;
        hidden = isHidden;
    }

    public void set(int column, Shown cell) {
        reach(column);
        cells[column] = cell;
    }

    /** The cell covers so many more rows and columns. */
    public void merge(int column, int rows, int columns) {
        reach(column);
        down[column] = rows;
        across[column] = columns;
    }

    private void reach(int column) {
        if (column >= cells.length) {
            int length = Math.max(column + 1, cells.length * 2);
            cells = Arrays.copyOf(cells, length);
            down = Arrays.copyOf(down, length);
            across = Arrays.copyOf(across, length);
        }
        for (; size <= column; size++) {
            cells[size] = Shown.NOTHING;
        }
    }

    int size() {
        return size;
    }

    long line() {
        return line;
    }

    boolean isHidden() {
        return hidden;
    }

    Shown cell(int column) {
        return column < size ? cells[column] : Shown.NOTHING;
    }

    @Nullable
    String text(int column) {
        return cell(column).text();
    }

    int down(int column) {
        return column < size ? down[column] : 0;
    }

    int across(int column) {
        return column < size ? across[column] : 0;
    }

    boolean isBlank(int column) {
        var text = text(column);
        return cell(column).kind() == CellKind.ABSENT || text == null || text.isBlank();
    }
}
