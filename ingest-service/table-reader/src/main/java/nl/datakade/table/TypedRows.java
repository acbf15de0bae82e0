package nl.datakade.table;

import java.io.IOException;
import java.util.List;
import nl.datakade.table.parquet.Chunk;
import nl.datakade.table.parquet.RowFeed;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.LineAccount;
import nl.datakade.table.row.RejectReason;
import nl.datakade.table.row.Rows;
import nl.datakade.table.type.ColumnType;
import nl.datakade.table.type.ValueReader;
import nl.datakade.table.type.ValueReader.Result;
import org.jspecify.annotations.Nullable;

/** The second pass: every cell read as its column's type, rows that do not fit set aside. */
final class TypedRows implements RowFeed {

    private final String table;
    private final Rows rows;
    private final List<String> names;
    private final ValueReader[] readers;
    private final int[] sources;
    private final Rejects rejects;
    private final @Nullable DerivedPlace derived;
    private final boolean[] filled;
    private final Cells cells = new Cells();
    private final long[] missing;
    private long rowsIn;
    private long rejected;
    private long lines;
    private long rejectedLines;

    /** @param sources for every column read, its place among the cells */
    TypedRows(
            String table,
            Rows rows,
            List<String> names,
            List<ColumnType> types,
            List<Integer> sources,
            Rejects rejects,
            @Nullable DerivedPlace derived) {
        this.table = table;
        this.rows = rows;
        this.names = names;
        this.readers = types.stream().map(ValueReader::new).toArray(ValueReader[]::new);
        this.sources = sources.stream().mapToInt(Integer::intValue).toArray();
        this.rejects = rejects;
        this.missing = new long[readers.length];
        this.derived = derived;
        this.filled = new boolean[readers.length];
    }

    @Override
    public void fill(Chunk chunk) throws IOException {
        while (!chunk.isFull() && rows.next(cells)) {
            rowsIn++;
            lines += cells.lines();
            var problem = cells.problem();
            if (problem != null) {
                reject(null, problem, String.valueOf(cells.raw()));
                continue;
            }
            int misfit = fillRow(chunk);
            if (misfit < 0) {
                chunk.endRow();
            } else {
                reject(names.get(misfit), readers[misfit].expectation(), asCsv());
            }
        }
    }

    /** Answers the first column whose value does not fit, or -1. */
    private int fillRow(Chunk chunk) {
        int misfit = -1;
        for (int column = 0; column < readers.length; column++) {
            int cell = sources[column];
            boolean present = cell < cells.size();
            var result = present
                    ? readers[column].read(cells.bytes(), cells.from(cell), cells.to(cell), cells.kind(cell))
                    : Result.MISSING;
            filled[column] = result == Result.VALUE;
            switch (result) {
                case VALUE -> set(chunk, column);
                case MISSING -> {
                    chunk.setMissing(column);
                    missing[column]++;
                }
                case MISFIT -> misfit = misfit < 0 ? column : misfit;
            }
        }
        if (derived != null) {
            var origin = derived.origin();
            derived.fill(chunk, readers, filled[origin.x()] && filled[origin.y()]);
        }
        return misfit;
    }

    private void set(Chunk chunk, int column) {
        var reader = readers[column];
        switch (chunk.kind(column)) {
            case LONG, BOOLEAN -> chunk.set(column, reader.number());
            case DOUBLE -> chunk.set(column, reader.real());
            case TEXT -> chunk.set(column, reader.bytes());
        }
    }

    private void reject(@Nullable String column, RejectReason reason, String raw) throws IOException {
        rejected++;
        rejectedLines += cells.lines();
        rejects.add(table, cells.line(), column, reason, raw);
    }

    private String asCsv() {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(i == 0 ? "" : ",");
            if (cells.kind(i) != CellKind.ABSENT) {
                line.append('"').append(cells.text(i).replace("\"", "\"\"")).append('"');
            }
        }
        return line.toString();
    }

    long rowsIn() {
        return rowsIn;
    }

    long rejected() {
        return rejected;
    }

    /** The account of a text's lines with those of its rows. */
    @Nullable
    LineAccount account(@Nullable LineAccount others) {
        return others == null ? null : others.withRows(lines - rejectedLines, rejectedLines);
    }

    /** How many values of a column were missing, rejected rows included. */
    long missing(int column) {
        return missing[column];
    }
}
