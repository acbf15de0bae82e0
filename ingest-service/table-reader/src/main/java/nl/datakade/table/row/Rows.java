package nl.datakade.table.row;

import java.io.Closeable;
import java.io.IOException;

/** One pass over the rows of a table. */
public interface Rows extends Closeable {

    /** Fills the cells with the next row; false when there is none. */
    boolean next(Cells cells) throws IOException;
}
