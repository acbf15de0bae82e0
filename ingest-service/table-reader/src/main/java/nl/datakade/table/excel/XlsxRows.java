package nl.datakade.table.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.datakade.table.row.UnreadableFile;
import nl.datakade.table.sheet.ColumnLetters;
import nl.datakade.table.sheet.RowSource;
import nl.datakade.table.sheet.SheetRow;
import nl.datakade.table.sheet.Shown;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet of 2007 and later. Rows and cells without a reference follow the one before; rows of one number
 * next to each other are one row.
 */
final class XlsxRows implements RowSource {

    static final int MAX_COLUMNS = 16_384;

    private final Parts parts;
    private final XMLStreamReader xml;
    private final String sheet;
    private final XlsxFile.Shared shared;
    private final Merges merges;
    private final BitSet hidden = new BitSet();
    private boolean atRow;
    private boolean started;
    private long line;

    XlsxRows(Path file, String part, String sheet, XlsxFile.Shared shared, Merges merges) throws IOException {
        this.sheet = sheet;
        this.shared = shared;
        this.merges = merges;
        this.parts = new Parts(file);
        try {
            var found = parts.xml(part);
            if (found == null) {
                throw Workbook.damaged("sheet " + sheet + ", whose part is missing");
            }
            this.xml = found;
        } catch (UnreadableFile known) {
            parts.close();
            throw known;
        } catch (XMLStreamException | IOException | RuntimeException damaged) { // of the parser and of unpacking
            parts.close();
            throw Workbook.damaged("sheet " + sheet);
        }
    }

    @Override
    public BitSet hiddenColumns() {
        return hidden;
    }

    @Override
    public boolean next(SheetRow row) throws IOException {
        try {
            if (!started) {
                started = true;
                atRow = nextRow();
            }
            if (!atRow) {
                return false;
            }
            long number = number(xml.getAttributeValue(null, "r"));
            line = number > 0 ? number : line + 1;
            row.begin(line, isHidden());
            cells(row, 0);
            atRow = nextRow();
            while (atRow && number > 0 && number == number(xml.getAttributeValue(null, "r"))) {
                cells(row, 0);
                atRow = nextRow();
            }
            return true;
        } catch (XMLStreamException | RuntimeException damaged) { // the parser passes on what it trips over
            throw Workbook.damaged("sheet " + sheet + ", row " + (line + (atRow ? 0 : 1)));
        }
    }

    private boolean isHidden() {
        return XlsxFile.isTrue(xml.getAttributeValue(null, "hidden")) || isNothing(xml.getAttributeValue(null, "ht"));
    }

    private static boolean isNothing(@Nullable String size) {
        return size != null && size.matches("0+(\\.0*)?");
    }

    private static long number(@Nullable String text) {
        return text == null || !text.matches("\\d{1,9}") ? 0 : Long.parseLong(text);
    }

    private boolean nextRow() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "row" -> {
                        return true;
                    }
                    case "col" -> column();
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("sheetData")) {
                return false;
            }
        }
        return false;
    }

    private void column() {
        boolean none = XlsxFile.isTrue(xml.getAttributeValue(null, "hidden"))
                || isNothing(xml.getAttributeValue(null, "width"));
        long from = number(xml.getAttributeValue(null, "min"));
        long to = Math.min(MAX_COLUMNS, number(xml.getAttributeValue(null, "max")));
        if (none && from > 0 && to >= from) {
            hidden.set((int) from - 1, (int) to);
        }
    }

    private void cells(SheetRow row, int first) throws XMLStreamException {
        int next = first;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                var reference = xml.getAttributeValue(null, "r");
                int column = reference == null ? next : ColumnLetters.column(reference);
                if (column < 0 || column >= MAX_COLUMNS) {
                    throw new XMLStreamException("no column");
                }
                next = column + 1;
                row.set(column, cell());
                var merge = merges.isEmpty() ? null : merges.at(line, column);
                if (merge != null) {
                    row.merge(column, merge.down(), merge.across());
                }
            }
        }
    }

    /** The cell at which the reader stands, read to its end. */
    private Shown cell() throws XMLStreamException {
        var type = xml.getAttributeValue(null, "t");
        var style = xml.getAttributeValue(null, "s");
        String value = null;
        boolean formula = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = xml.getElementText();
                    case "is" -> value = SharedStrings.text(xml, "is");
                    case "f" -> formula = true;
                    default -> {}
                }
            }
        }
        if (value == null || value.isEmpty()) {
            return formula && !"str".equals(type) ? Shown.NOT_COMPUTED : Shown.NOTHING;
        }
        return shown(type == null ? "n" : type, value, style);
    }

    private Shown shown(String type, String value, @Nullable String style) {
        return switch (type) {
            case "s" -> Shown.text(shared.strings().get(Integer.parseInt(value.strip())));
            case "inlineStr", "e" -> Shown.text(value);
            case "str" -> Shown.text(Escapes.undone(value));
            case "b" -> Shown.truth(XlsxFile.isTrue(value.strip()));
            case "d" -> Shown.moment(value.strip().replaceFirst("T00:00(:00(\\.0*)?)?Z?$", ""));
            default -> shared.styles().of(style).show(value, shared.from1904());
        };
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
