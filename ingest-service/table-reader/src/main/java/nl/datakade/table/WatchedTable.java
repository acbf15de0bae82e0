package nl.datakade.table;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import nl.datakade.table.row.CellWatch;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Finding;
import nl.datakade.table.row.LineAccount;
import nl.datakade.table.row.RawTable;
import nl.datakade.table.row.Rows;
import org.jspecify.annotations.Nullable;

/** A table that remembers how far it was read, so that a reader that fails can say where. */
final class WatchedTable implements RawTable {

    private final RawTable table;
    private volatile long line;

    WatchedTable(RawTable table) {
        this.table = table;
    }

    /** The line of the last row that was read; 0 before the first. */
    long line() {
        return line;
    }

    @Override
    public String label() {
        return table.label();
    }

    @Override
    public List<String> columnLabels() {
        return table.columnLabels();
    }

    @Override
    public Rows open() throws IOException {
        line = 0;
        return new WatchedRows(table.open());
    }

    @Override
    public List<@Nullable String> units() {
        return table.units();
    }

    @Override
    public int geometryColumn() {
        return table.geometryColumn();
    }

    @Override
    public BitSet textColumns() {
        return table.textColumns();
    }

    @Override
    public Map<Integer, String> referenceSystems() {
        return table.referenceSystems();
    }

    @Override
    public List<Finding> findings() {
        return table.findings();
    }

    @Override
    public @Nullable CellWatch watch() {
        return table.watch();
    }

    @Override
    public @Nullable LineAccount lines() {
        return table.lines();
    }

    private final class WatchedRows implements Rows {

        private final Rows rows;

        WatchedRows(Rows rows) {
            this.rows = rows;
        }

        @Override
        public boolean next(Cells cells) throws IOException {
            boolean there = rows.next(cells);
            line = there ? cells.line() : line;
            return there;
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
