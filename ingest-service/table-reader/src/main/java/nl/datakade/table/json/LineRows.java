package nl.datakade.table.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.RejectReason;
import nl.datakade.table.row.Rows;
import nl.datakade.table.row.UnreadableFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/** An object per line; a line that is none is rejected by itself. */
final class LineRows implements Rows {

    private static final int LONGEST = 64 << 20;

    private static final RejectReason NO_OBJECT = new RejectReason(
            "the line is no JSON object: expected one object a line, as {\"name\": \"value\"}",
            "de regel is geen JSON-object: verwacht wordt \u00e9\u00e9n object per regel, zoals {\"naam\": \"waarde\"}");

    private final InputStream in;
    private final ObjectCells cells;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private long line;

    LineRows(InputStream in, ObjectCells cells) {
        this.in = in;
        this.cells = cells;
    }

    @Override
    public boolean next(Cells row) throws IOException {
        while (readLine()) {
            var bytes = text.toByteArray();
            if (!new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8).isBlank()) {
                object(bytes, row);
                return true;
            }
        }
        return false;
    }

    private void object(byte[] bytes, Cells row) {
        row.begin(line);
        try (var parser = JsonRecord.MAPPER.createParser(bytes)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                cells.read(parser, row);
                if (parser.nextToken() == null) {
                    return;
                }
            }
        } catch (JacksonException broken) {
            // told with the line itself
        }
        row.begin(line);
        row.add("", CellKind.TEXT);
        row.reject(NO_OBJECT, new String(bytes, StandardCharsets.UTF_8).stripTrailing());
    }

    private boolean readLine() throws IOException {
        text.reset();
        line++;
        int next = in.read();
        if (next < 0) {
            return false;
        }
        while (next >= 0 && next != '\n') {
            text.write(next);
            if (text.size() > LONGEST) {
                throw new UnreadableFile(
                        "ROW_TOO_LONG",
                        "from line " + line + " on there is no end of line within 64 MiB",
                        "write one object per line");
            }
            next = in.read();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
