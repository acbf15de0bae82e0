package nl.datakade.city;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes the records of one file, in the order in which they are written; closing it completes the file. */
interface RowWriter extends Closeable {
    void row(@Nullable Object... cells) throws IOException;

    /** The record before, once more. */
    default void duplicate(@Nullable Object... cells) throws IOException {
        row(cells);
    }

    /** A line that belongs to no record. */
    default void footer(String line) throws IOException {
        throw new IOException("This format has no place for a footer.");
    }
}
