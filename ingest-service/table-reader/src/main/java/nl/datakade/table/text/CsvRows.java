package nl.datakade.table.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Finding;
import nl.datakade.table.row.LineAccount;
import nl.datakade.table.row.Rows;
import nl.datakade.table.text.Tally.Kind;

/**
 * The rows of a delimited text. Ordinary rows pass straight through; the few that have another number of cells go by
 * way of {@link IrregularRows}.
 */
final class CsvRows implements Rows {

    private final Records records;
    private final int width;
    private final int cutWidth;
    private final BitSet cut;
    private final List<byte[]> headings;
    private final List<byte[][]> headingCells = new ArrayList<>();
    private final byte[] comment;
    private final BiConsumer<List<Finding>, LineAccount> onEnd;
    private final Tally tally = new Tally();
    private final LineCounts lines = new LineCounts();
    private final List<LineKind> above;
    private final ColumnShapes shapes;
    private final IrregularRows irregular;
    private final Cells look = new Cells();
    private int skipped;
    private boolean atEnd;
    private long empty;
    private long emptyLine;
    private boolean waiting;

    CsvRows(Records records, Dialect dialect, Layout layout, BiConsumer<List<Finding>, LineAccount> onEnd)
            throws IOException {
        this.records = records;
        this.width = layout.width();
        this.cut = layout.split().joined();
        this.cutWidth = cut.isEmpty() ? -1 : width + cut.cardinality();
        this.headings = layout.headings().stream()
                .map(heading -> heading.getBytes(StandardCharsets.UTF_8))
                .filter(heading -> heading.length > 0)
                .toList();
        for (var heading : headings) {
            headingCells.add(cells(heading, dialect));
        }
        this.comment = layout.comments().anyWidth()
                ? layout.comments().prefix().getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        this.onEnd = onEnd;
        this.above = layout.above();
        this.shapes = new ColumnShapes(layout);
        this.irregular = new IrregularRows(
                width,
                shapes,
                new RowRepair(dialect, width, shapes),
                tally,
                lines,
                layout.comments().prefix(),
                () -> advance() ? irregular() : null);
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
                end();
                return false;
            }
            if (!waiting && isEmptyRow()) {
                emptyLine = empty == 0 ? records.line() : emptyLine;
                empty++;
                continue;
            }
            if (empty > 0 && !waiting) {
                tally.note(Kind.EMPTY_ROWS, emptyLine, width > 1 ? empty : 0);
            }
            waiting = empty > 0;
            if (!waiting && regular(cells)) {
                return true;
            }
        }
    }

    private void end() {
        tally.note(Kind.BLANK, emptyLine, empty);
        lines.add(LineKind.BLANK, empty);
        empty = 0;
        tally.note(Kind.MARK_INSIDE, 1, records.marks());
        onEnd.accept(tally.findings(), lines.account(records.linesRead()));
    }

    /** A row of delimiters alone is a row, unless nothing but such rows follow. */
    private boolean isEmptyRow() {
        return records.count() == width && records.blankFrom(0);
    }

    /** Gives the record as it stands when it is a row of the table; keeps it aside when it may be one. */
    private boolean regular(Cells cells) throws IOException {
        int count = records.count();
        if (isHeading()) {
            tally.note(Kind.REPEATED_HEADER, records.line());
            lines.add(LineKind.REPEATED_HEADING, records.lines());
            return false;
        }
        if (count > width && records.blankFrom(width) && isSurplus()) {
            tally.note(Kind.SURPLUS_DELIMITERS, records.line());
            give(cells);
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
            give(cells);
            return true;
        }
        irregular.add(irregular());
        return false;
    }

    private void give(Cells cells) {
        long stands = records.lines();
        records.into(cells);
        cells.standsOn(stands);
    }

    private static byte[][] cells(byte[] heading, Dialect dialect) throws IOException {
        var cells = new Cells();
        try (var one = Records.of(heading.clone(), dialect)) {
            if (one.next()) {
                one.into(cells);
            }
        }
        return cells.texts().stream()
                .map(text -> text.strip().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /** The header comes back, in the same words if not in the same quotes. */
    private boolean isHeading() {
        for (int i = 0; i < headings.size(); i++) {
            if (records.rawIs(headings.get(i)) || records.cellsAre(headingCells.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** The delimiters too many stand at the end, not somewhere before. */
    private boolean isSurplus() {
        records.peek(look);
        return shapes.fit(look.texts());
    }

    /** The next record that is no blank line, no comment and not above the table. */
    private boolean advance() throws IOException {
        while (!atEnd) {
            if (!records.next()) {
                atEnd = true;
                return false;
            }
            if (records.isBlank() && (width > 1 || skipped < above.size())) {
                tally.note(Kind.BLANK, records.line());
                lines.add(LineKind.BLANK, records.lines());
            } else if (skipped < above.size()) {
                lines.add(above.get(skipped++), records.lines());
            } else if (records.rawStartsWith(comment)) {
                tally.note(Kind.COMMENT, records.line());
                lines.add(LineKind.COMMENT, records.lines());
            } else {
                if (records.count() == cutWidth) {
                    records.join(cut);
                }
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
        long stands = records.lines();
        records.into(look);
        return new IrregularRows.Held(look.line(), stands, raw, look.texts());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
