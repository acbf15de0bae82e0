package nl.datakade.table;

import java.nio.file.Path;
import nl.datakade.table.row.RawTable;

/** A table found in a file: its cells still to be typed, or Parquet, which is typed already. */
sealed interface Source {

    /** What the file or the archive around it calls the table; empty when it is the whole file. */
    String label();

    /** Cells to be typed. */
    record Raw(String label, RawTable table) implements Source {}

    /** A Parquet file. */
    record Columnar(String label, Path file) implements Source {}
}
