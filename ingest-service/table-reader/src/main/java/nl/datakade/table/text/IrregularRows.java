package nl.datakade.table.text;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.RejectReason;
import nl.datakade.table.text.Tally.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Records with another number of cells than the table, looked at with those that follow: a row in another dialect, a
 * broken line, a note under the table, a comment, or a row to reject.
 */
final class IrregularRows {

    private static final int MAX_HELD = 40;
    private static final int MAX_JOINED = 20;
    private static final List<String> FOOTERS =
            List.of("bron:", "bron ", "source:", "©", "noot:", "peildatum", "toelichting", "* ");

    /** A row kept aside until the rows after it say what it is. */
    record Held(long line, long lines, String raw, List<String> cells) {}

    /** Gives the record that follows, regular or not; null at the end of the text. */
    @FunctionalInterface
    interface Following {
        @Nullable
        Held next() throws IOException;
    }

    private final int width;
    private final ColumnShapes shapes;
    private final RowRepair repair;
    private final Tally tally;
    private final LineCounts lines;
    private final String comment;
    private final Following following;
    private final Deque<Held> held = new ArrayDeque<>();
    private final Deque<Held> repaired = new ArrayDeque<>();
    private boolean atEnd;

    IrregularRows(
            int width,
            ColumnShapes shapes,
            RowRepair repair,
            Tally tally,
            LineCounts lines,
            String comment,
            Following following) {
        this.width = width;
        this.shapes = shapes;
        this.repair = repair;
        this.tally = tally;
        this.lines = lines;
        this.comment = comment;
        this.following = following;
    }

    boolean isEmpty() {
        return held.isEmpty() && repaired.isEmpty();
    }

    void add(Held row) {
        held.add(row);
    }

    private boolean addFollowing() throws IOException {
        var row = following.next();
        atEnd = row == null;
        if (row != null) {
            held.add(row);
        }
        return row != null;
    }

    /** Settles the first row held; false when it was no row, or more has to be read first. */
    boolean next(Cells cells) throws IOException {
        if (!repaired.isEmpty()) {
            fill(cells, repaired.removeFirst());
            return true;
        }
        var head = held.getFirst();
        if (head.cells().size() == width && !(opensAsFooter(head.cells().getFirst()) && isLonely(head))) {
            fill(cells, held.removeFirst());
            return true;
        }
        if (head.cells().size() < width && isComment(head.cells().getFirst())) {
            held.removeFirst();
            tally.note(Kind.COMMENT, head.line());
            lines.add(LineKind.COMMENT, head.lines());
            return false;
        }
        if (head.cells().size() != width && mend(head.raw(), 1)) {
            return false;
        }
        if (isLonely(head) && width > 2) {
            readToEndOfNotes();
            if (atEnd && held.stream().allMatch(this::isLonely)) {
                held.forEach(note -> {
                    tally.note(Kind.FOOTER, note.line());
                    lines.add(LineKind.NOTE, note.lines());
                });
                held.clear();
                return false;
            }
        }
        if (head.cells().size() < width && join(head)) {
            return false;
        }
        held.removeFirst();
        settleAlone(cells, head);
        return true;
    }

    private boolean isComment(String first) {
        return first.startsWith("#") || (!comment.isEmpty() && first.startsWith(comment));
    }

    static boolean opensAsFooter(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return FOOTERS.stream().anyMatch(lower::startsWith);
    }

    private boolean isLonely(Held row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).count() <= 1;
    }

    private void readToEndOfNotes() throws IOException {
        while (held.size() < MAX_HELD && isLonely(held.getLast()) && addFollowing()) {
            // until one of them is a row again
        }
    }

    /** The first rows held, together this text, are rows in another dialect. */
    private boolean mend(String raw, int used) throws IOException {
        var rows = repair.read(raw);
        if (rows.isEmpty()) {
            return false;
        }
        long line = held.getFirst().line();
        long all = take(used);
        for (int i = 0; i < rows.size(); i++) {
            repaired.add(new Held(line, i == 0 ? all : 0, raw, rows.get(i)));
        }
        tally.note(Kind.OTHER_DIALECT, line);
        return true;
    }

    /** Takes the first rows away; answers on how many lines they stand. */
    private long take(int rows) {
        long all = 0;
        for (int i = 0; i < rows; i++) {
            all += held.removeFirst().lines();
        }
        return all;
    }

    /** A value with a line break that nobody quoted: the parts together make exactly one row of the right kinds. */
    private boolean join(Held head) throws IOException {
        var parts = new ArrayList<>(head.cells());
        var raw = new StringBuilder(head.raw());
        int used = 1;
        while (parts.size() < width && used < MAX_JOINED) {
            if (held.size() <= used && !addFollowing()) {
                return false;
            }
            var next = held.stream().skip(used).findFirst().orElseThrow();
            if (next.cells().size() >= width) {
                return false;
            }
            parts.set(parts.size() - 1, parts.getLast() + "\n" + next.cells().getFirst());
            parts.addAll(next.cells().subList(1, next.cells().size()));
            raw.append('\n').append(next.raw());
            used++;
            if (raw.indexOf("'") >= 0 && mend(raw.toString(), used)) {
                return true;
            }
        }
        if (parts.size() != width || shapes.agreement(parts) <= shapes.agreement(head.cells())) {
            return false;
        }
        tally.note(Kind.JOINED, head.line());
        repaired.add(new Held(head.line(), take(used), raw.toString(), parts));
        return true;
    }

    private void settleAlone(Cells cells, Held row) {
        fill(cells, row);
        int count = row.cells().size();
        if (count == width) {
            return;
        }
        if (count < width && count * 2 >= width && shapes.agreement(row.cells()) >= 0) {
            tally.note(Kind.FILLED_UP, row.line());
            cells.resize(width);
            return;
        }
        if (count > width && isSurplus(row.cells())) {
            tally.note(Kind.SURPLUS_DELIMITERS, row.line());
            cells.resize(width);
            return;
        }
        tally.note(Kind.RAGGED_ROWS, row.line());
        cells.reject(
                new RejectReason(
                        count + " cells where the header has " + width,
                        count + " cellen waar de kop er " + width + " heeft"),
                row.raw());
    }

    /** Nothing stands behind the last column, and moving a cell from there to the front does not make the row fit. */
    private boolean isSurplus(List<String> row) {
        if (!row.subList(width, row.size()).stream().allMatch(String::isBlank)
                || shapes.agreement(row) == ColumnShapes.UNFIT
                || row.stream().skip(1).anyMatch(cell -> cell.startsWith(" ") && !cell.isBlank())) {
            return false;
        }
        for (int i = 0; i < width; i++) {
            if (row.get(i).isBlank()) {
                var without = new ArrayList<>(row);
                without.remove(i);
                if (shapes.fit(without)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void fill(Cells cells, Held row) {
        cells.begin(row.line());
        cells.standsOn(row.lines());
        row.cells().forEach(text -> cells.add(text, CellKind.TEXT));
    }
}
