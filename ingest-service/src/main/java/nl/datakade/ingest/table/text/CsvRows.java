package nl.datakade.ingest.table.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import nl.datakade.ingest.table.row.CellKind;
import nl.datakade.ingest.table.row.Cells;
import nl.datakade.ingest.table.row.Finding;
import nl.datakade.ingest.table.row.Rows;
import nl.datakade.ingest.table.text.Tally.Kind;
import nl.datakade.ingest.table.type.Shape;
import nl.datakade.ingest.table.type.Value;

/**
 * The rows of a delimited text. Ordinary rows pass straight through; the few that have another number of cells are
 * looked at with the rows around them: a broken line, a note under the table, a comment, or a row to reject.
 */
final class CsvRows implements Rows {

    private static final int MAX_HELD = 40;
    private static final int MAX_JOINED = 20;
    private static final List<String> FOOTERS =
            List.of("bron:", "bron ", "source:", "©", "noot:", "peildatum", "toelichting", "* ");

    /** A row kept aside until the rows after it say what it is. */
    private record Held(long line, String raw, List<String> cells) {}

    private final Records records;
    private final Layout layout;
    private final int width;
    private final byte[] header;
    private final Consumer<List<Finding>> onEnd;
    private final Tally tally = new Tally();
    private final Deque<Held> held = new ArrayDeque<>();
    private final Value value = new Value();
    private int toSkip;
    private boolean atEnd;

    CsvRows(Records records, Layout layout, Consumer<List<Finding>> onEnd) {
        this.records = records;
        this.layout = layout;
        this.width = layout.width();
        this.header = layout.header().getBytes(StandardCharsets.UTF_8);
        this.onEnd = onEnd;
        this.toSkip = layout.skipped();
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        while (true) {
            if (!held.isEmpty()) {
                if (heldRow(cells)) {
                    return true;
                }
                continue;
            }
            if (!advance()) {
                onEnd.accept(tally.findings());
                return false;
            }
            int count = records.count();
            if (count == width && !isFooter()) {
                if (header.length > 0 && records.rawIs(header)) {
                    tally.note(Kind.REPEATED_HEADER, records.line());
                    continue;
                }
                records.into(cells);
                return true;
            }
            if (count > width && records.blankFrom(width)) {
                tally.note(Kind.SURPLUS_DELIMITERS, records.line());
                records.into(cells);
                cells.resize(width);
                return true;
            }
            if (records.spansLines() && count != width) {
                records.rescan();
            }
            if (records.count() == width && !isFooter()) {
                records.into(cells);
                return true;
            }
            held.add(hold());
        }
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
        return width > 2 && records.firstByte() != 0 && records.blankFrom(1) && opensAsFooter(records.firstText());
    }

    private static boolean opensAsFooter(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return FOOTERS.stream().anyMatch(lower::startsWith);
    }

    private Held hold() {
        var raw = records.raw();
        var copy = new Cells();
        records.into(copy);
        var texts = new ArrayList<String>();
        for (int i = 0; i < copy.size(); i++) {
            texts.add(copy.text(i));
        }
        return new Held(copy.line(), raw, texts);
    }

    /** Settles the first row held; false when it was no row, or more has to be read first. */
    private boolean heldRow(Cells cells) throws IOException {
        var head = held.getFirst();
        if (head.cells().size() == width && !(opensAsFooter(head.cells().getFirst()) && isLonely(head))) {
            held.removeFirst();
            fill(cells, head.cells(), head.line());
            return true;
        }
        if (head.cells().size() < width && head.cells().getFirst().startsWith("#")) {
            held.removeFirst();
            tally.note(Kind.COMMENT, head.line());
            return false;
        }
        if (isLonely(head) && width > 2) {
            readToEndOfNotes();
            if (atEnd && held.stream().allMatch(this::isLonely)) {
                held.forEach(note -> tally.note(Kind.FOOTER, note.line()));
                held.clear();
                return false;
            }
        }
        if (head.cells().size() < width && joined(cells, head)) {
            return true;
        }
        held.removeFirst();
        settleAlone(cells, head);
        return true;
    }

    private boolean isLonely(Held row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).count() <= 1;
    }

    private void readToEndOfNotes() throws IOException {
        while (held.size() < MAX_HELD && isLonely(held.getLast()) && advance()) {
            held.add(hold());
        }
    }

    /** A value with a line break that nobody quoted: the parts together make exactly one row of the right kinds. */
    private boolean joined(Cells cells, Held head) throws IOException {
        var parts = new ArrayList<>(head.cells());
        int used = 1;
        while (parts.size() < width && used < MAX_JOINED) {
            while (held.size() <= used) {
                if (!advance()) {
                    return false;
                }
                held.add(hold());
            }
            var following = held.stream().skip(used).findFirst().orElseThrow();
            if (following.cells().size() >= width) {
                return false;
            }
            parts.set(
                    parts.size() - 1, parts.getLast() + "\n" + following.cells().getFirst());
            parts.addAll(following.cells().subList(1, following.cells().size()));
            used++;
        }
        if (parts.size() != width || agreement(parts) <= agreement(head.cells())) {
            return false;
        }
        for (int i = 0; i < used; i++) {
            held.removeFirst();
        }
        tally.note(Kind.JOINED, head.line());
        fill(cells, parts, head.line());
        return true;
    }

    /** How many cells are of their column's kind, or -1 when one is not. */
    private int agreement(List<String> cells) {
        int agreeing = 0;
        for (int i = 0; i < Math.min(width, cells.size()); i++) {
            var expected = layout.shapes().get(i);
            var text = cells.get(i);
            if (!expected.isTyped() || text.isBlank()) {
                continue;
            }
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            var shape = value.look(bytes, 0, bytes.length, CellKind.TEXT).shape();
            if (!shape.agreesWith(expected) && shape != Shape.MARK) {
                return -1;
            }
            agreeing++;
        }
        return agreeing;
    }

    private void settleAlone(Cells cells, Held row) {
        fill(cells, row.cells(), row.line());
        int count = row.cells().size();
        if (count == width) {
            return;
        }
        if (count < width && count * 2 >= width && agreement(row.cells()) >= 0) {
            tally.note(Kind.FILLED_UP, row.line());
            cells.resize(width);
            return;
        }
        tally.note(Kind.RAGGED_ROWS, row.line());
        cells.reject(count + " cells where the header has " + width, row.raw());
    }

    private static void fill(Cells cells, List<String> texts, long line) {
        cells.begin(line);
        texts.forEach(text -> cells.add(text, CellKind.TEXT));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
