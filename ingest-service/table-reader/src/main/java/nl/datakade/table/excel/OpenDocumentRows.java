package nl.datakade.table.excel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Rows;
import nl.datakade.table.xml.SafeXml;
import org.jspecify.annotations.Nullable;

/** The filled rows of a sheet in an OpenDocument spreadsheet, streamed from its {@code content.xml}. */
final class OpenDocumentRows implements Rows {

    private static final int MAX_COLUMNS = 16_384;
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    private record Value(@Nullable String text, CellKind kind) {}

    private static final Value ABSENT = new Value(null, CellKind.ABSENT);

    private final ZipFile zip;
    private final XMLStreamReader xml;
    private final int width;
    private final List<Value> row = new ArrayList<>();
    private int toSkip;
    private int repeats;
    private long line;

    OpenDocumentRows(Path file, int sheet, int skipped, int width) throws IOException {
        this.zip = new ZipFile(file.toFile());
        this.xml = content(zip);
        this.toSkip = skipped;
        this.width = width;
        try {
            for (int i = 0; i <= sheet; i++) {
                nextTable(xml);
            }
        } catch (XMLStreamException damaged) {
            throw Workbook.damaged();
        }
    }

    static List<String> sheets(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var xml = content(zip);
            var names = new ArrayList<String>();
            while (nextTable(xml)) {
                names.add(String.valueOf(xml.getAttributeValue(TABLE, "name")));
            }
            return names;
        } catch (XMLStreamException damaged) {
            throw Workbook.damaged();
        }
    }

    private static XMLStreamReader content(ZipFile zip) throws IOException {
        var entry = zip.getEntry("content.xml");
        if (entry == null) {
            throw Workbook.damaged();
        }
        try {
            return SafeXml.reader(new BufferedInputStream(zip.getInputStream(entry)));
        } catch (XMLStreamException damaged) {
            throw Workbook.damaged();
        }
    }

    private static boolean nextTable(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && isTable(xml, "table")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTable(XMLStreamReader xml, String name) {
        return xml.getLocalName().equals(name) && TABLE.equals(xml.getNamespaceURI());
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        try {
            while (repeats > 0 || readRow()) {
                repeats--;
                line++;
                if (row.isEmpty()) {
                    line += repeats;
                    repeats = 0;
                    continue;
                }
                if (toSkip > 0) {
                    toSkip--;
                    continue;
                }
                cells.begin(line);
                for (int i = 0; i < (width == 0 ? row.size() : width); i++) {
                    var value = i < row.size() ? row.get(i) : ABSENT;
                    cells.add(value.text(), value.kind());
                }
                return true;
            }
            return false;
        } catch (XMLStreamException damaged) {
            throw Workbook.damaged();
        }
    }

    private boolean readRow() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && isTable(xml, "table")) {
                return false;
            }
            if (event == XMLStreamConstants.START_ELEMENT && isTable(xml, "table-row")) {
                repeats = repeated("number-rows-repeated");
                readCells();
                return true;
            }
        }
        return false;
    }

    private void readCells() throws XMLStreamException {
        row.clear();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && isTable(xml, "table-row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && (isTable(xml, "table-cell") || isTable(xml, "covered-table-cell"))) {
                int times = repeated("number-columns-repeated");
                var value = value();
                for (int i = 0; i < times && row.size() < MAX_COLUMNS; i++) {
                    row.add(value);
                }
            }
        }
        while (!row.isEmpty() && row.getLast().text() == null) {
            row.removeLast();
        }
    }

    private int repeated(String attribute) {
        var times = xml.getAttributeValue(TABLE, attribute);
        return times == null || !times.matches("\\d{1,9}") ? 1 : Integer.parseInt(times);
    }

    private Value value() throws XMLStreamException {
        var type = xml.getAttributeValue(OFFICE, "value-type");
        var number = xml.getAttributeValue(OFFICE, "value");
        var date = xml.getAttributeValue(OFFICE, "date-value");
        var truth = xml.getAttributeValue(OFFICE, "boolean-value");
        var text = text();
        if (type == null || text.isEmpty()) {
            return ABSENT;
        }
        return switch (type) {
            case "float", "percentage", "currency" -> new Value(number, CellKind.NUMBER);
            case "date" -> new Value(date, CellKind.TEMPORAL);
            case "boolean" -> new Value(truth, CellKind.BOOLEAN);
            default -> new Value(text, CellKind.TEXT);
        };
    }

    /** The paragraphs of the cell the reader stands at, notes left out. */
    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        int depth = 1;
        int note = 0;
        while (depth > 0 && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    note = note == 0 && xml.getLocalName().equals("annotation") ? depth : note;
                    if (note == 0 && xml.getLocalName().equals("p") && !text.isEmpty()) {
                        text.append('\n');
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    note = note == depth ? 0 : note;
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (note == 0 && depth > 1) {
                        text.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
