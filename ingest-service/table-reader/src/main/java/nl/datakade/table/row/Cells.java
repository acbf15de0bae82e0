package nl.datakade.table.row;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row as slices of UTF-8, reused from row to row so that reading allocates nothing. A row the format
 * itself cannot place (too many cells, for instance) carries a problem and its raw text.
 */
public final class Cells {

    private byte[] bytes = new byte[0];
    private byte[] own = new byte[1024];
    private int ownUsed;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private CellKind[] kinds = new CellKind[64];
    private int size;
    private long line;
    private long lines = 1;
    private @Nullable RejectReason problem;
    private @Nullable String raw;

    /** Starts a row whose cells lie in a buffer of the caller's. */
    public void begin(byte[] buffer, long atLine) {
        bytes = buffer;
        size = 0;
        line = atLine;
        lines = 1;
        problem = null;
        raw = null;
    }

    /** Starts a row whose cells are added as text. */
    public void begin(long atLine) {
        ownUsed = 0;
        begin(own, atLine);
    }

    public void add(int start, int end, CellKind kind) {
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        from[size] = start;
        to[size] = end;
        kinds[size++] = kind;
    }

    public void add(@Nullable String text, CellKind kind) {
        if (text == null) {
            add(ownUsed, ownUsed, CellKind.ABSENT);
            return;
        }
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        if (ownUsed + encoded.length > own.length) {
            own = Arrays.copyOf(own, Math.max(own.length * 2, ownUsed + encoded.length));
            bytes = own;
        }
        System.arraycopy(encoded, 0, own, ownUsed, encoded.length);
        add(ownUsed, ownUsed + encoded.length, kind);
        ownUsed += encoded.length;
    }

    /** Makes the row exactly this wide: missing cells are absent, those beyond it are left out. */
    public void resize(int width) {
        while (size < width) {
            add(0, 0, CellKind.ABSENT);
        }
        size = width;
    }

    public void reject(RejectReason reason, String rawText) {
        problem = reason;
        raw = rawText;
    }

    /** Keeps the raw text of a row that is in order. */
    public void keep(String rawText) {
        raw = rawText;
    }

    public int size() {
        return size;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int from(int cell) {
        return from[cell];
    }

    public int to(int cell) {
        return to[cell];
    }

    public CellKind kind(int cell) {
        return kinds[cell];
    }

    public String text(int cell) {
        return new String(bytes, from[cell], to[cell] - from[cell], StandardCharsets.UTF_8);
    }

    public List<String> texts() {
        var texts = new ArrayList<String>();
        for (int i = 0; i < size; i++) {
            texts.add(text(i));
        }
        return texts;
    }

    /** The line of the file on which the row starts, or its ordinal where a format has no lines. */
    public long line() {
        return line;
    }

    /** Says on how many lines the row stands: none when the row before it took them all. */
    public void standsOn(long count) {
        lines = count;
    }

    /** On how many lines of the file the row stands. */
    public long lines() {
        return lines;
    }

    public @Nullable RejectReason problem() {
        return problem;
    }

    public @Nullable String raw() {
        return raw;
    }
}
