package nl.datakade.table.parquet;

import java.io.IOException;

/** Gives typed rows until there are none. */
@FunctionalInterface
public interface RowFeed {

    /** Fills the chunk until it is full; a chunk left empty ends the table. */
    void fill(Chunk chunk) throws IOException;
}
