package nl.datakade.ingest.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The list of rejected rows without the text of the rows, which is its last column: table, line, column and what was
 * expected there say how to correct the file to whoever has it.
 */
final class RejectsWithoutRaw extends InputStream {

    /** Table, line, column, reason, reden; the raw text comes after them. */
    private static final int KEPT = 5;

    private final InputStream whole;
    private int field;
    private boolean quoted;

    RejectsWithoutRaw(InputStream whole) {
        this.whole = new BufferedInputStream(whole);
    }

    @Override
    public int read() throws IOException {
        for (int read = whole.read(); read >= 0; read = whole.read()) {
            if (read == '"') {
                quoted = !quoted; // a doubled quote turns twice
            } else if (read == ',' && !quoted) {
                field++;
            } else if (read == '\n' && !quoted) {
                field = 0;
                return read;
            }
            if (field < KEPT || (read == '\r' && !quoted)) {
                return read;
            }
        }
        return -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int read = read();
            if (read < 0) {
                return count == 0 && length > 0 ? -1 : count;
            }
            into[from + count++] = (byte) read;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
