package nl.datakade.table.row;

import java.util.List;

/** Looks at every value of a pass for what a person should know with its column and line. */
public interface CellWatch {

    /** Looks at one cell of a row. */
    void see(int column, Cells cells);

    /** What was met in a column. */
    List<Finding> findings(int column);
}
