package nl.datakade.table.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.datakade.table.sheet.RowSource;
import nl.datakade.table.sheet.SheetRow;
import nl.datakade.table.sheet.Shown;

/** The rows of a sheet in an OpenDocument spreadsheet, streamed from its {@code content.xml}. */
final class OpenDocumentRows implements RowSource {

    private static final int MAX_COLUMNS = 16_384;

    /** No program shows more. */
    private static final long MAX_ROWS = 1 << 20;

    private record Placed(Shown shown, int down, int across) {}

    private static final Placed ABSENT = new Placed(Shown.NOTHING, 0, 0);

    private final ZipFile zip;
    private final XMLStreamReader xml;
    private final String sheet;
    private final BitSet hidden = new BitSet();
    private final List<Placed> cells = new ArrayList<>();
    private boolean rowHidden;
    private boolean ended;
    private int columns;
    private long repeats;
    private long line;

    OpenDocumentRows(Path file, int index, String sheet) throws IOException {
        this.sheet = sheet;
        this.zip = new ZipFile(file.toFile());
        try {
            this.xml = OpenDocument.content(zip);
            for (int i = 0; i <= index; i++) {
                nextTable();
            }
        } catch (XMLStreamException | RuntimeException damaged) { // the parser passes on what it trips over
            zip.close();
            throw Workbook.damaged("sheet " + sheet);
        }
    }

    private void nextTable() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && OpenDocument.isTable(xml, "table")) {
                return;
            }
        }
    }

    @Override
    public BitSet hiddenColumns() {
        return hidden;
    }

    @Override
    public boolean next(SheetRow row) throws IOException {
        try {
            while (repeats > 0 || readRow()) {
                if (cells.isEmpty()) {
                    line += repeats;
                    repeats = 0;
                    continue;
                }
                repeats--;
                if (++line > MAX_ROWS) {
                    throw Workbook.damaged("sheet " + sheet + ", row " + line + ", which no sheet has");
                }
                row.begin(line, rowHidden);
                for (int i = 0; i < cells.size(); i++) {
                    var cell = cells.get(i);
                    row.set(i, cell.shown());
                    if (cell.down() > 0 || cell.across() > 0) {
                        row.merge(i, cell.down(), cell.across());
                    }
                }
                return true;
            }
            return false;
        } catch (XMLStreamException | RuntimeException damaged) { // the parser passes on what it trips over
            throw Workbook.damaged("sheet " + sheet + ", row " + (line + 1));
        }
    }

    private boolean readRow() throws XMLStreamException {
        while (!ended && xml.hasNext()) {
            int event = xml.next();
            ended = event == XMLStreamConstants.END_ELEMENT && OpenDocument.isTable(xml, "table");
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (OpenDocument.isTable(xml, "table-column")) {
                int to = Math.min(MAX_COLUMNS, columns + repeated("number-columns-repeated"));
                hidden.set(columns, to, isHidden());
                columns = to;
            } else if (OpenDocument.isTable(xml, "table-row")) {
                repeats = repeated("number-rows-repeated");
                rowHidden = isHidden();
                readCells();
                return true;
            }
        }
        return false;
    }

    private boolean isHidden() {
        var visibility = xml.getAttributeValue(OpenDocument.TABLE, "visibility");
        return "collapse".equals(visibility) || "filter".equals(visibility);
    }

    private void readCells() throws XMLStreamException {
        cells.clear();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && OpenDocument.isTable(xml, "table-row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && (OpenDocument.isTable(xml, "table-cell") || OpenDocument.isTable(xml, "covered-table-cell"))) {
                int times = repeated("number-columns-repeated");
                int down = repeated("number-rows-spanned") - 1;
                int across = repeated("number-columns-spanned") - 1;
                var shown = OpenDocumentCell.read(xml);
                var placed = shown.isNothing() ? ABSENT : new Placed(shown, down, across);
                for (int i = 0; i < times && cells.size() < MAX_COLUMNS; i++) {
                    cells.add(placed);
                }
            }
        }
        while (!cells.isEmpty() && cells.getLast().shown().isNothing()) {
            cells.removeLast();
        }
    }

    private int repeated(String attribute) {
        var times = xml.getAttributeValue(OpenDocument.TABLE, attribute);
        return times == null || !times.matches("\\d{1,9}") ? 1 : Integer.parseInt(times);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
