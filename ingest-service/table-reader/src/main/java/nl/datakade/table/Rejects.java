package nl.datakade.table;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.datakade.table.row.RejectReason;
import org.jspecify.annotations.Nullable;

/** The rows that could not be placed, as CSV (RFC 4180): table, line, column, reason in English and Dutch, raw text. Made when there is a first. */
final class Rejects implements Closeable {

    private final Path file;
    private @Nullable BufferedWriter writer;

    Rejects(Path folder) {
        this.file = folder.resolve("rejects.csv");
    }

    void add(String table, long line, @Nullable String column, RejectReason reason, String raw) throws IOException {
        var out = writer;
        if (out == null) {
            out = Files.newBufferedWriter(file);
            writer = out;
            out.write("table,line,column,reason,reden,raw\r\n");
        }
        out.write(String.join(
                ",",
                quoted(table),
                Long.toString(line),
                column == null ? "" : quoted(column),
                quoted(reason.english()),
                quoted(reason.dutch()),
                quoted(raw)));
        out.write("\r\n");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
