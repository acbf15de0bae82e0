package nl.datakade.city;

import java.io.IOException;

/** Whatever produces the records of a file, one after the other. */
@FunctionalInterface
interface Rows {
    void writeTo(RowWriter file) throws IOException;
}
