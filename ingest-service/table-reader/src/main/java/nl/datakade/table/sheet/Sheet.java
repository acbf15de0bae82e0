package nl.datakade.table.sheet;

import java.io.IOException;

/** A sheet of a workbook. */
public interface Sheet {

    String name();

    boolean isHidden();

    RowSource open() throws IOException;
}
