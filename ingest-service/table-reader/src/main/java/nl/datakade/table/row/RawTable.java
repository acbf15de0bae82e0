package nl.datakade.table.row;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table as it stands in the file. It is read twice: once to decide what its values are, once to write them. */
public interface RawTable {

    /** The name the file gives it: a sheet, a layer, an entry; empty when the file is the table. */
    String label();

    List<String> columnLabels();

    Rows open() throws IOException;

    /** The units line under the header, when there is one; a unit per column. */
    default List<@Nullable String> units() {
        return List.of();
    }

    /** The column that is a geometry in GeoJSON by the format itself, or -1. */
    default int geometryColumn() {
        return -1;
    }

    /** The columns whose values are text by what the file itself says of them, whatever they look like. */
    default BitSet textColumns() {
        return new BitSet();
    }

    /** The reference systems that the file itself gives for columns, as an authority's code. */
    default Map<Integer, String> referenceSystems() {
        return Map.of();
    }

    /** What the last complete pass met that was no row: lines skipped, cells filled up. */
    default List<Finding> findings() {
        return List.of();
    }

    /** Looks at every value of the pass that decides what the values are; null where there is nothing to look for. */
    default @Nullable CellWatch watch() {
        return null;
    }

    /** What the lines of the last complete pass were, those of rows still to be counted; null where there are no lines. */
    default @Nullable LineAccount lines() {
        return null;
    }
}
