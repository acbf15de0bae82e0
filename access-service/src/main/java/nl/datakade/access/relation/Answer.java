package nl.datakade.access.relation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import nl.datakade.access.turn.Asking;

/** A whole answer, of which no row has left yet. Copy it to whoever asked, then close. */
public final class Answer implements QueryStart, AutoCloseable {

    /** A column of the answer; the type is SQL's. */
    public record Column(String name, String type) {}

    private final List<Column> columns;
    private final long rows;
    private final boolean truncated;
    private final AnswerSpool spool;
    private final Asking asking;

    Answer(List<Column> columns, long rows, boolean truncated, AnswerSpool spool, Asking asking) {
        this.columns = columns;
        this.rows = rows;
        this.truncated = truncated;
        this.spool = spool;
        this.asking = asking;
    }

    public List<Column> columns() {
        return columns;
    }

    public long rows() {
        return rows;
    }

    /** Whether there are more rows than the part that was asked for. */
    public boolean truncated() {
        return truncated;
    }

    /** The length of its rows in the format that was asked for. */
    public long bytes() {
        return spool.bytes();
    }

    /** Writes its rows; false when it was cancelled on the way or cannot be read, and what was written is not whole. */
    public boolean copyTo(OutputStream out) throws IOException {
        return spool.copyTo(out, asking);
    }

    @Override
    public void close() {
        spool.close();
    }
}
