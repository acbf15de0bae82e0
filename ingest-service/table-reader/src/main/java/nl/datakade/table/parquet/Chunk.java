package nl.datakade.table.parquet;

import java.util.List;
import org.duckdb.DuckDBDataChunkWriter;
import org.jspecify.annotations.Nullable;

/** Some rows on their way to the engine, column by column. Filled by the feed, emptied into the engine's vectors. */
public final class Chunk {

    private final Physical[] kinds;
    private final int capacity;
    private final boolean[][] missing;
    private final long[][] longs;
    private final double[][] doubles;
    private final byte[][][] texts;
    private int size;

    Chunk(List<OutputColumn> columns, int capacity) {
        this.capacity = capacity;
        int width = columns.size();
        kinds = new Physical[width];
        missing = new boolean[width][capacity];
        longs = new long[width][];
        doubles = new double[width][];
        texts = new byte[width][][];
        for (int i = 0; i < width; i++) {
            kinds[i] = columns.get(i).physical();
            switch (kinds[i]) {
                case LONG, BOOLEAN -> longs[i] = new long[capacity];
                case DOUBLE -> doubles[i] = new double[capacity];
                case TEXT -> texts[i] = new byte[capacity][];
            }
        }
    }

    public boolean isFull() {
        return size == capacity;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The row being filled is complete. Without this the next row takes its place. */
    public void endRow() {
        size++;
    }

    public Physical kind(int column) {
        return kinds[column];
    }

    public void setMissing(int column) {
        missing[column][size] = true;
    }

    public void set(int column, long value) {
        missing[column][size] = false;
        longs[column][size] = value;
    }

    public void set(int column, double value) {
        missing[column][size] = false;
        doubles[column][size] = value;
    }

    public void set(int column, byte[] utf8) {
        missing[column][size] = false;
        texts[column][size] = utf8;
    }

    int empty(DuckDBDataChunkWriter writer) {
        for (int column = 0; column < kinds.length; column++) {
            var vector = writer.vector(column);
            if (kinds[column] == Physical.TEXT) {
                vector.setStringUtf8Batch(0, texts(column));
                continue;
            }
            for (int row = 0; row < size; row++) {
                if (missing[column][row]) {
                    vector.setNull(row);
                } else {
                    switch (kinds[column]) {
                        case LONG -> vector.setLong(row, longs[column][row]);
                        case DOUBLE -> vector.setDouble(row, doubles[column][row]);
                        case BOOLEAN -> vector.setBoolean(row, longs[column][row] != 0);
                        case TEXT -> throw new IllegalStateException("text goes in batches");
                    }
                }
            }
        }
        int emptied = size;
        size = 0;
        return emptied;
    }

    private byte[][] texts(int column) {
        var batch = new byte[size][];
        for (int row = 0; row < size; row++) {
            batch[row] = missing[column][row] ? absent() : texts[column][row];
        }
        return batch;
    }

    @SuppressWarnings("NullAway") // a null in the batch is the engine's missing value
    private static byte[] absent() {
        byte @Nullable [] none = null;
        return none;
    }
}
