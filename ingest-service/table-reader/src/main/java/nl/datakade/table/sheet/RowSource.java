package nl.datakade.table.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;

/** One pass over the rows of a sheet, hidden ones included. */
public interface RowSource extends Closeable {

    /** Fills the row with the next one; false when there is none. */
    boolean next(SheetRow row) throws IOException;

    /** The columns that are hidden; known once a row has been read. */
    BitSet hiddenColumns();
}
