package nl.datakade.table.text;

import java.util.Arrays;
import java.util.BitSet;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.row.Cells;

/** Where in a buffer the cells of one record lie. Reused from record to record. */
final class CellSpans {

    private static final byte NONE = 0;

    private final byte quote;
    private final byte escape;
    private int[] from = new int[64];
    private int[] to = new int[64];

    /** What to undo in a cell: the character before a quotation mark that belongs to it. */
    private byte[] escapes = new byte[64];

    private int count;

    CellSpans(byte quote, byte escape) {
        this.quote = quote;
        this.escape = escape;
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    int from(int cell) {
        return from[cell];
    }

    int to(int cell) {
        return to[cell];
    }

    void add(int start, int end) {
        add(start, end, NONE);
    }

    void add(int start, int end, byte undo) {
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
            escapes = Arrays.copyOf(escapes, count * 2);
        }
        from[count] = start;
        to[count] = end;
        escapes[count++] = undo;
    }

    /** All cells from one on are blank. */
    boolean blankFrom(byte[] buffer, int cell) {
        for (int i = cell; i < count; i++) {
            for (int at = from[i]; at < to[i]; at++) {
                if (buffer[at] != ' ' && buffer[at] != '\t' && buffer[at] != '\r') {
                    return false;
                }
            }
        }
        return true;
    }

    /** Every cell but the first is set apart by one blank. */
    boolean isSpaced(byte[] buffer) {
        for (int i = 1; i < count; i++) {
            int at = from[i];
            boolean plain = at < to[i] && buffer[at] == ' ' && (at + 1 == to[i] || buffer[at + 1] != ' ');
            if (!(isQuoted(buffer, i) ? at > from[0] + 2 && buffer[at - 2] == ' ' : plain)) {
                return false;
            }
        }
        return count > 2;
    }

    private boolean isQuoted(byte[] buffer, int cell) {
        return from[cell] > from[0] + 1 && buffer[from[cell] - 1] == quote;
    }

    /** Leaves out the blank before each cell but the first. */
    void dropSpaces(byte[] buffer) {
        for (int i = 1; i < count; i++) {
            from[i] += isQuoted(buffer, i) ? 0 : 1;
        }
    }

    /** Joins each of these cells with the one behind it, where nothing but a delimiter stands between. */
    void join(BitSet cut) {
        for (int i = cut.nextSetBit(0); i >= 0; i = cut.nextSetBit(i + 1)) {
            if (i + 1 >= count || from[i + 1] != to[i] + 1 || escapes[i] != NONE || escapes[i + 1] != NONE) {
                return;
            }
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i > 0 && cut.get(i - 1)) {
                to[kept - 1] = to[i];
            } else {
                from[kept] = from[i];
                to[kept] = to[i];
                escapes[kept++] = escapes[i];
            }
        }
        count = kept;
    }

    void into(Cells cells) {
        for (int i = 0; i < count; i++) {
            cells.add(from[i], to[i], CellKind.TEXT);
        }
    }

    /** Undoes all escapes, in place. */
    void unescape(byte[] buffer) {
        for (int i = 0; i < count; i++) {
            if (escapes[i] != NONE) {
                unescape(buffer, i);
            }
        }
    }

    private void unescape(byte[] buffer, int cell) {
        byte before = escapes[cell];
        boolean onlyQuotes = before == quote || before != escape;
        int w = from[cell];
        for (int r = from[cell]; r < to[cell]; r++) {
            if (buffer[r] == before && r + 1 < to[cell] && (!onlyQuotes || buffer[r + 1] == quote)) {
                r++;
            }
            buffer[w++] = buffer[r];
        }
        to[cell] = w;
        escapes[cell] = NONE;
    }
}
