package nl.datakade.table.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.UnreadableFile;

/**
 * Cuts UTF-8 text into records and cells, in place, without copying. Forgiving where people are: a quote inside a
 * quoted cell that is not doubled is a character; a quote that never closes is one too, so that one careless
 * quotation mark does not swallow the rest of the file.
 */
final class Records implements Closeable {

    private static final int NEED_MORE = -1;
    private static final int UNCLOSED = -2;
    private static final int MAX_QUOTED_LINES = 500;
    private static final int FEW_QUOTED_LINES = 10;
    private static final int MAX_RECORD = 64 << 20;

    /** Bytes looked through in vain for the end of a quoted value before less is looked through. */
    private static final long MAX_WASTED = 32 << 20;

    private static final long WASTED_PER_LINE = 200;

    private final InputStream in;
    private final byte delimiter;
    private static final byte MARK_1 = (byte) 0xEF;
    private static final byte MARK_2 = (byte) 0xBB;
    private static final byte MARK_3 = (byte) 0xBF;

    private long marks;
    private final byte quote;
    private final byte escape;
    private final byte end;
    private final boolean quoting;
    private final boolean spaceAfter;
    private byte[] buffer;
    private int next;
    private int limit;
    private boolean ended;
    private int start;
    private int stop;
    private long line = 1;
    private long nextLine = 1;
    private final CellSpans cells;
    private int innerLines;
    private boolean strayQuote;
    private boolean literal;
    private int quotedLines = MAX_QUOTED_LINES;
    private long wasted;
    private long looked;

    Records(InputStream in, Dialect dialect) {
        this(in, new byte[1 << 18], dialect);
    }

    /** The records of a text in memory, which is changed where escapes are undone. */
    static Records of(byte[] text, Dialect dialect) {
        var records = new Records(InputStream.nullInputStream(), text, dialect);
        records.limit = text.length;
        records.ended = true;
        return records;
    }

    private Records(InputStream in, byte[] buffer, Dialect dialect) {
        this.in = in;
        this.buffer = buffer;
        this.delimiter = (byte) dialect.delimiter();
        this.quote = (byte) dialect.quote();
        this.escape = (byte) dialect.escape();
        this.quoting = dialect.quote() != 0;
        this.end = (byte) (dialect.carriageReturn() ? '\r' : '\n');
        this.spaceAfter = dialect.spaceAfterDelimiter();
        this.cells = new CellSpans(quote, escape);
    }

    /** Moves to the next record; false at the end of the text. */
    boolean next() throws IOException {
        start = next;
        line = nextLine;
        int found = look(!quoting);
        if (found == UNCLOSED || (strayQuote && innerLines > 0)) {
            if (found != UNCLOSED) {
                lookedAhead(found - start);
                looked -= found - start; // counted as the record it was not
            }
            return rescan();
        }
        return accept(found);
    }

    /** Reads the same record again with quotes as ordinary characters: it then ends at the first end of line. */
    boolean rescan() throws IOException {
        next = start;
        return accept(look(true));
    }

    private int look(boolean literalQuotes) throws IOException {
        int found = scan(literalQuotes);
        while (found == NEED_MORE) {
            looked += limit - start;
            fill();
            found = scan(literalQuotes);
        }
        looked += found < 0 ? 0 : found - start;
        return found;
    }

    private boolean accept(int found) {
        if (found == start && start == limit) {
            return false;
        }
        next = found;
        nextLine = line + innerLines + 1;
        return true;
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= start;
            next -= start;
            start = 0;
        }
        if (limit == buffer.length) {
            if (buffer.length >= MAX_RECORD) {
                throw new UnreadableFile(
                        "ROW_TOO_LONG",
                        "from line " + line + " on there is no end of row within 64 MiB",
                        "check that the file is text with one row per line");
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        // As much as fits: the record is scanned from its start each time, which small portions would make quadratic.
        int wanted = buffer.length - limit;
        int read = in.readNBytes(buffer, limit, wanted);
        ended = read < wanted;
        limit += read;
    }

    /** Finds the cells of the record at {@code start}; answers where the next one starts. */
    private int scan(boolean literalQuotes) {
        cells.clear();
        innerLines = 0;
        strayQuote = false;
        literal = literalQuotes;
        final byte[] b = buffer;
        final int lim = limit;
        if (end == '\r' && start < lim && b[start] == '\n') {
            start++; // the row before ended as rows elsewhere do
        }
        if (lim - start >= 3 && b[start] == MARK_1 && b[start + 1] == MARK_2 && b[start + 2] == MARK_3) {
            start += 3; // files that were joined each bring their own byte order mark
            marks++;
        }
        int p = start;
        while (true) {
            if (cells.count() > 0 && spaceAfter && p < lim && b[p] == ' ') {
                p++;
            }
            int q = p;
            if (!literalQuotes) {
                while (q < lim && b[q] == ' ' && delimiter != ' ') {
                    q++;
                }
                if (q < lim && b[q] == quote) {
                    int after = quoted(q);
                    if (after < 0) {
                        return after;
                    }
                    if (after >= lim) {
                        stop = lim;
                        return lim;
                    }
                    if (b[after] == delimiter) {
                        p = after + 1;
                        continue;
                    }
                    stop = after;
                    int following = b[after] == '\r' && end == '\n' ? after + 2 : after + 1;
                    return Math.min(following, lim);
                }
            }
            int s = p;
            byte c = 0;
            while (s < lim && (c = b[s]) != delimiter && c != end) {
                s++;
            }
            if (s == lim) {
                if (!ended) {
                    return NEED_MORE;
                }
                stop = lim > p && end == '\n' && b[lim - 1] == '\r' ? lim - 1 : lim;
                add(p, stop);
                return lim;
            }
            if (c == delimiter) {
                add(p, s);
                p = s + 1;
                continue;
            }
            stop = s > start && end == '\n' && b[s - 1] == '\r' ? s - 1 : s;
            add(p, Math.max(p, stop));
            return s + 1;
        }
    }

    /** Reads a quoted cell; answers the position after it: a delimiter, the end of the line or the end of the text. */
    private int quoted(int open) {
        final byte[] b = buffer;
        final int lim = limit;
        boolean escapes = false;
        boolean backslashed = true;
        int strays = 0;
        int p = open + 1;
        while (p < lim) {
            byte c = b[p];
            if (c == escape && escape != quote && p + 1 < lim) {
                escapes = true;
                innerLines += b[p + 1] == end ? 1 : 0;
                p += 2;
                continue;
            }
            if (c != quote) {
                if (c == end && ++innerLines > quotedLines) {
                    lookedAhead(p - open);
                    return UNCLOSED;
                }
                p++;
                continue;
            }
            if (p + 1 >= lim && !ended) {
                return NEED_MORE;
            }
            if (p + 1 < lim && b[p + 1] == quote && escape == quote) {
                escapes = true;
                p += 2;
                continue;
            }
            int after = p + 1;
            while (after < lim && b[after] == ' ' && delimiter != ' ') {
                after++;
            }
            if (after >= lim && !ended) {
                return NEED_MORE;
            }
            if (after >= lim || b[after] == delimiter || b[after] == end || endsWithReturn(after)) {
                if (after < lim && b[after] == '\r' && end == '\n' && after + 1 >= lim && !ended) {
                    return NEED_MORE;
                }
                boolean undo = strays > 0 && backslashed && !escapes;
                cells.add(open + 1, p, undo ? (byte) '\\' : escapes ? escape : 0);
                return after;
            }
            strayQuote = true;
            backslashed &= b[p - 1] == '\\';
            strays++;
            p++;
        }
        return ended ? UNCLOSED : NEED_MORE;
    }

    /** Quotes that never close, row after row, would each be looked for through many rows: then through few. */
    private void lookedAhead(int bytes) {
        wasted += bytes;
        looked += bytes;
        if (wasted > MAX_WASTED + nextLine * WASTED_PER_LINE) {
            quotedLines = FEW_QUOTED_LINES;
        }
    }

    private boolean endsWithReturn(int at) {
        return end == '\n' && buffer[at] == '\r' && (at + 1 >= limit || buffer[at + 1] == '\n');
    }

    /** A cell outside of quotes; where they are ordinary characters, those around a whole cell go all the same. */
    private void add(int from, int to) {
        if (literal && quoting && to - from >= 2 && buffer[from] == quote && buffer[to - 1] == quote) {
            cells.add(from + 1, to - 1, escape);
        } else {
            cells.add(from, to);
        }
    }

    int count() {
        return cells.count();
    }

    long line() {
        return line;
    }

    /** How many lines the record stands on. */
    long lines() {
        return nextLine - line;
    }

    /** How many lines have been read. */
    long linesRead() {
        return nextLine - 1;
    }

    /** How many bytes have been looked through, those looked through again included. */
    long bytesLookedAt() {
        return looked;
    }

    /** How many byte order marks stood before rows. */
    long marks() {
        return marks;
    }

    boolean spansLines() {
        return innerLines > 0;
    }

    boolean isBlank() {
        return cells.count() == 1 && cells.blankFrom(buffer, 0);
    }

    /** All cells from a column on are blank. */
    boolean blankFrom(int cell) {
        return cells.blankFrom(buffer, cell);
    }

    /** Every cell but the first is set apart by one blank, and that is not how the text is written. */
    boolean isSpaced() {
        return !spaceAfter && cells.isSpaced(buffer);
    }

    void dropSpaces() {
        cells.dropSpaces(buffer);
    }

    byte firstByte() {
        return cells.from(0) < cells.to(0) ? buffer[cells.from(0)] : 0;
    }

    String firstText() {
        return new String(buffer, cells.from(0), cells.to(0) - cells.from(0), StandardCharsets.UTF_8);
    }

    boolean rawIs(byte[] text) {
        return stop - start == text.length && Arrays.equals(buffer, start, stop, text, 0, text.length);
    }

    /** Has exactly these cells, blanks around them left out. */
    boolean cellsAre(byte[][] texts) {
        boolean same = cells.count() == texts.length;
        for (int i = 0; same && i < texts.length; i++) {
            int from = cells.from(i);
            int to = cells.to(i);
            while (from < to && buffer[from] == ' ') {
                from++;
            }
            while (to > from && buffer[to - 1] == ' ') {
                to--;
            }
            same = Arrays.equals(buffer, from, to, texts[i], 0, texts[i].length);
        }
        return same;
    }

    boolean rawStartsWith(byte[] text) {
        return text.length > 0
                && stop - start >= text.length
                && Arrays.equals(buffer, start, start + text.length, text, 0, text.length);
    }

    /** Makes cells that were cut by a delimiter in them whole again, unless somebody quoted them. */
    void join(BitSet cut) {
        cells.join(cut);
    }

    String raw() {
        return new String(buffer, start, Math.max(0, stop - start), StandardCharsets.UTF_8);
    }

    /** Hands over the record; undoes the escapes in place, so it is the last thing asked of a record. */
    void into(Cells row) {
        cells.unescape(buffer);
        peek(row);
    }

    /** Hands over the record as it is written, escapes and all. */
    void peek(Cells row) {
        row.begin(buffer, line);
        cells.into(row);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
