package nl.datakade.ingest.reading;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of rejected rows without the text of the rows, which is its last column: table, line, column and what was
 * expected there say how to correct the file to whoever has it. Which column that is, its header says: older lists have
 * fewer before it. A list whose header does not name it shows its header alone.
 */
final class RejectsWithoutRaw extends InputStream {

    private static final String RAW = "raw";

    private final InputStream whole;
    private @Nullable InputStream header;
    private int kept;
    private int field;
    private boolean quoted;

    RejectsWithoutRaw(InputStream whole) {
        this.whole = new BufferedInputStream(whole);
    }

    /** The header is written by the reader of deliveries, without quotes. */
    private InputStream header() throws IOException {
        var known = header;
        if (known != null) {
            return known;
        }
        var line = line(whole);
        var cells = List.of(line.strip().split(",", -1));
        int raw = cells.indexOf(RAW);
        kept = Math.max(raw, 0);
        var end = line.substring(line.stripTrailing().length());
        var shown = raw < 0 ? line : String.join(",", cells.subList(0, raw)) + end;
        var read = new ByteArrayInputStream(shown.getBytes(StandardCharsets.UTF_8));
        header = read;
        return read;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0; read = in.read()) {
            line.write(read);
            if (read == '\n') {
                break;
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public int read() throws IOException {
        int ofHeader = header().read();
        return ofHeader >= 0 ? ofHeader : ofRow();
    }

    private int ofRow() throws IOException {
        for (int read = whole.read(); read >= 0; read = whole.read()) {
            if (read == '"') {
                quoted = !quoted; // a doubled quote turns twice
            } else if (read == ',' && !quoted) {
                field++;
            } else if (read == '\n' && !quoted) {
                field = 0;
                return read;
            }
            if (field < kept || (read == '\r' && !quoted)) {
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
