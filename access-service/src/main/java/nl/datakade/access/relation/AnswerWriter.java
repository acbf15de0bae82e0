package nl.datakade.access.relation;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** In a worker: writes an answer as blocks. */
final class AnswerWriter {

    private static final JsonMapper JSON = new JsonMapper();

    private final DataOutputStream out;
    private final AnswerFormat format;
    private final Rows rows = new Rows();
    private @Nullable RowValues values;
    private long count;

    /** How an answer ended. */
    record End(long rows, boolean truncated) {}

    AnswerWriter(OutputStream out, AnswerFormat format) {
        this.out = new DataOutputStream(out);
        this.format = format;
    }

    /** False when there are more columns than can be described. */
    boolean columns(List<Answer.Column> columns) throws IOException {
        values = new RowValues(columns);
        var described = JSON.writeValueAsBytes(columns);
        if (described.length > AnswerBlock.LONGEST) {
            return false;
        }
        AnswerBlock.write(out, AnswerBlock.Kind.COLUMNS, described, described.length);
        return true;
    }

    void row(ResultSet row) throws IOException, SQLException {
        if (values == null) {
            throw new IllegalStateException("columns come first");
        }
        format.row(rows, values, row, count++ == 0);
    }

    void end(boolean truncated) throws IOException {
        rows.send();
        last(AnswerBlock.Kind.END, new End(count, truncated));
    }

    void failure(EngineError error) throws IOException {
        last(AnswerBlock.Kind.FAILURE, error);
    }

    private void last(AnswerBlock.Kind kind, Object content) throws IOException {
        var bytes = JSON.writeValueAsBytes(content);
        AnswerBlock.write(out, kind, bytes, bytes.length);
        out.flush();
    }

    /** Collects the bytes of rows into blocks. */
    private final class Rows extends OutputStream {

        private final byte[] block = new byte[AnswerBlock.LONGEST_ROWS];
        private int used;

        @Override
        public void write(int b) throws IOException {
            if (used == block.length) {
                send();
            }
            block[used++] = (byte) b;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int from = offset, left = length; left > 0; ) {
                if (used == block.length) {
                    send();
                }
                int part = Math.min(left, block.length - used);
                System.arraycopy(bytes, from, block, used, part);
                used += part;
                from += part;
                left -= part;
            }
        }

        private void send() throws IOException {
            AnswerBlock.write(out, AnswerBlock.Kind.ROWS, block, used);
            used = 0;
        }
    }
}
