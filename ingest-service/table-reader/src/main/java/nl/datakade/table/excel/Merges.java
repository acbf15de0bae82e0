package nl.datakade.table.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import nl.datakade.table.row.UnreadableFile;
import nl.datakade.table.sheet.ColumnLetters;
import org.jspecify.annotations.Nullable;

/** The merged cells of a sheet, which its part lists behind the rows. */
final class Merges {

    private static final byte[] MARK = "mergeCell".getBytes(StandardCharsets.US_ASCII);

    /** How many rows below and columns to the right a cell covers. */
    record Merge(int down, int across) {}

    private final Map<Long, Merge> byCell = new HashMap<>();

    private Merges() {}

    static Merges of(Path file, String part, String sheet) throws IOException {
        var merges = new Merges();
        try (var parts = new Parts(file)) {
            try (var bytes = parts.bytes(part)) {
                if (bytes == null || !mentions(bytes)) {
                    return merges;
                }
            }
            var xml = parts.xml(part);
            while (xml != null && xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("mergeCell")) {
                    merges.add(xml.getAttributeValue(null, "ref"));
                }
            }
            return merges;
        } catch (UnreadableFile known) {
            throw known;
        } catch (XMLStreamException | IOException | RuntimeException damaged) { // of the parser and of unpacking
            throw Workbook.damaged("sheet " + sheet);
        }
    }

    /** Cheaper than parsing what nearly no sheet has. Of two bytes a character, every file is parsed. */
    private static boolean mentions(InputStream in) throws IOException {
        var buffer = new byte[1 << 16];
        int matched = 0;
        boolean start = true;
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            if (start && (buffer[0] == 0 || buffer[0] == (byte) 0xFE || buffer[0] == (byte) 0xFF)) {
                return true;
            }
            start = false;
            for (int i = 0; i < read; i++) {
                matched = buffer[i] == MARK[matched] ? matched + 1 : buffer[i] == MARK[0] ? 1 : 0;
                if (matched == MARK.length) {
                    return true;
                }
            }
        }
        return false;
    }

    private void add(@Nullable String reference) {
        int colon = reference == null ? -1 : reference.indexOf(':');
        if (reference == null || colon < 0) {
            return;
        }
        var from = reference.substring(0, colon);
        var to = reference.substring(colon + 1);
        int column = ColumnLetters.column(from);
        long row = ColumnLetters.row(from);
        int across = ColumnLetters.column(to) - column;
        long down = ColumnLetters.row(to) - row;
        if (column >= 0 && column < XlsxRows.MAX_COLUMNS && row > 0 && across >= 0 && down >= 0) {
            byCell.put(row * XlsxRows.MAX_COLUMNS + column, new Merge((int) down, across));
        }
    }

    boolean isEmpty() {
        return byCell.isEmpty();
    }

    @Nullable
    Merge at(long row, int column) {
        return byCell.get(row * XlsxRows.MAX_COLUMNS + column);
    }
}
