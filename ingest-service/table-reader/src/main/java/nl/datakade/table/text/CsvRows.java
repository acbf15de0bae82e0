package nl.datakade.table.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Finding;
import nl.datakade.table.row.Rows;
import nl.datakade.table.text.Tally.Kind;

/**
 * The rows of a delimited text. Ordinary rows pass straight through; the few that have another number of cells go by
 * way of {@link IrregularRows}.
 */
final class CsvRows implements Rows {

    private final Records records;
    private final int width;
    private final byte[] header;
    private final Consumer<List<Finding>> onEnd;
    private final Tally tally = new Tally();
    private final ColumnShapes shapes;
    private final IrregularRows irregular;
    private final Cells look = new Cells();
    private int toSkip;
    private boolean atEnd;
    private long empty;
    private long emptyLine;
    private boolean waiting;

    CsvRows(Records records, Dialect dialect, Layout layout, Consumer<List<Finding>> onEnd) {
        this.records = records;
        this.width = layout.width();
        this.header = layout.header().getBytes(StandardCharsets.UTF_8);
        this.onEnd = onEnd;
        this.toSkip = layout.skipped();
        this.shapes = new ColumnShapes(layout);
        this.irregular = new IrregularRows(
                width, shapes, new RowRepair(dialect, width, shapes), tally, () -> advance() ? irregular() : null);
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        while (true) {
            if (!irregular.isEmpty()) {
                if (irregular.next(cells)) {
                    return true;
                }
                continue;
            }
            if (waiting && empty > 0) {
                empty--;
                cells.begin(emptyLine++);
                cells.resize(width);
                return true;
            }
            if (!waiting && !advance()) {
                tally.note(Kind.BLANK, emptyLine, empty);
                tally.note(Kind.MARK_INSIDE, 1, records.marks());
                onEnd.accept(tally.findings());
                return false;
            }
            if (!waiting && isEmptyRow()) {
                emptyLine = empty == 0 ? records.line() : emptyLine;
                empty++;
                continue;
            }
            waiting = empty > 0;
            if (!waiting && regular(cells)) {
                return true;
            }
        }
    }

    /** A row of delimiters alone is a row, unless nothing but such rows follow. */
    private boolean isEmptyRow() {
        return records.count() == width && records.blankFrom(0);
    }

    /** Gives the record as it stands when it is a row of the table; keeps it aside when it may be one. */
    private boolean regular(Cells cells) throws IOException {
        int count = records.count();
        if (count == width && header.length > 0 && records.rawIs(header)) {
            tally.note(Kind.REPEATED_HEADER, records.line());
            return false;
        }
        if (count > width && records.blankFrom(width) && isSurplus()) {
            tally.note(Kind.SURPLUS_DELIMITERS, records.line());
            records.into(cells);
            cells.resize(width);
            return true;
        }
        if (records.spansLines() && count != width) {
            records.rescan();
        }
        if (records.count() == width && !isFooter()) {
            if (records.isSpaced()) {
                records.dropSpaces();
            }
            records.into(cells);
            return true;
        }
        irregular.add(irregular());
        return false;
    }

    /** The delimiters too many stand at the end, not somewhere before. */
    private boolean isSurplus() {
        records.peek(look);
        return shapes.fit(look.texts());
    }

    /** The next record that is no blank line and not above the table. */
    private boolean advance() throws IOException {
        while (!atEnd) {
            if (!records.next()) {
                atEnd = true;
                return false;
            }
            if (records.isBlank() && (width > 1 || toSkip > 0)) {
                tally.note(Kind.BLANK, records.line());
            } else if (toSkip > 0) {
                toSkip--;
            } else {
                return true;
            }
        }
        return false;
    }

    /** A row with one cell that opens as notes under tables do; only at the end of the text it is taken for one. */
    private boolean isFooter() {
        return width > 2
                && records.firstByte() != 0
                && records.blankFrom(1)
                && IrregularRows.opensAsFooter(records.firstText());
    }

    private IrregularRows.Held irregular() {
        var raw = records.raw();
        records.into(look);
        return new IrregularRows.Held(look.line(), raw, look.texts());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
