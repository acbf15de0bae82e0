package nl.datakade.table.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.datakade.table.sheet.Days;
import nl.datakade.table.sheet.NumberFormat;
import nl.datakade.table.sheet.RowSource;
import nl.datakade.table.sheet.SheetRow;
import nl.datakade.table.sheet.Shown;
import nl.datakade.table.xml.SafeXml;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet in XML Spreadsheet 2003, where an index says how many rows or cells are left out. */
final class XmlWorkbookRows implements RowSource {

    private static final NumberFormat MOMENT = NumberFormat.of("yyyy-mm-dd hh:mm");

    private final InputStream in;
    private final XMLStreamReader xml;
    private final String sheet;
    private final Map<String, NumberFormat> formats;
    private final Map<Integer, String> columnStyles = new HashMap<>();
    private final BitSet hidden = new BitSet();
    private @Nullable String tableStyle;
    private int column;
    private long line;
    private boolean ended;

    XmlWorkbookRows(Path file, int index, String sheet, Map<String, NumberFormat> formats) throws IOException {
        this.sheet = sheet;
        this.formats = formats;
        this.in = XmlWorkbook.open(file);
        try {
            this.xml = SafeXml.fast(in);
            for (int i = 0; i <= index; i++) {
                until("Worksheet");
            }
        } catch (XMLStreamException | RuntimeException damaged) { // the parser passes on what it trips over
            in.close();
            throw Workbook.damaged("sheet " + sheet);
        }
    }

    private void until(String name) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals(name)) {
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
            while (!ended && xml.hasNext()) {
                int event = xml.next();
                ended = event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("Worksheet");
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "Table" -> tableStyle = XmlWorkbook.attribute(xml, "StyleID");
                    case "Column" -> column();
                    case "Row" -> {
                        read(row);
                        return true;
                    }
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException damaged) { // the parser passes on what it trips over
            throw Workbook.damaged("sheet " + sheet + ", row " + line);
        }
    }

    private void column() {
        int index = number("Index");
        column = index > 0 ? index : column + 1;
        int last = Math.min(XlsxRows.MAX_COLUMNS, column + number("Span"));
        boolean none = isHidden("Width");
        var style = XmlWorkbook.attribute(xml, "StyleID");
        for (int i = column; i <= last; i++) {
            hidden.set(i - 1, none);
            if (style != null) {
                columnStyles.put(i - 1, style);
            }
        }
        column = last;
    }

    private boolean isHidden(String size) {
        var extent = XmlWorkbook.attribute(xml, size);
        return number("Hidden") == 1 || (extent != null && extent.matches("0+(\\.0*)?"));
    }

    private int number(String attribute) {
        var text = XmlWorkbook.attribute(xml, attribute);
        return text == null || !text.matches("\\d{1,7}") ? 0 : Integer.parseInt(text);
    }

    private void read(SheetRow row) throws XMLStreamException {
        int index = number("Index");
        line = index > 0 ? index : line + 1;
        row.begin(line, isHidden("Height"));
        line += number("Span");
        var rowStyle = XmlWorkbook.attribute(xml, "StyleID");
        int next = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("Row")) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Cell")) {
                int place = number("Index");
                int at = place > 0 ? place - 1 : next;
                if (at >= XlsxRows.MAX_COLUMNS) {
                    throw new XMLStreamException("no column");
                }
                int across = Math.min(number("MergeAcross"), XlsxRows.MAX_COLUMNS);
                int down = number("MergeDown");
                next = at + 1 + across;
                row.set(at, cell(style(at, rowStyle)));
                if (across > 0 || down > 0) {
                    row.merge(at, down, across);
                }
            }
        }
    }

    /** The format of the nearest style: the cell's, else its row's, its column's, the table's. */
    private NumberFormat style(int at, @Nullable String rowStyle) {
        var own = XmlWorkbook.attribute(xml, "StyleID");
        var style = own != null ? own : rowStyle != null ? rowStyle : columnStyles.getOrDefault(at, tableStyle);
        return style == null ? NumberFormat.GENERAL : formats.getOrDefault(style, NumberFormat.GENERAL);
    }

    private Shown cell(NumberFormat format) throws XMLStreamException {
        boolean formula = XmlWorkbook.attribute(xml, "Formula") != null;
        var shown = formula ? Shown.NOT_COMPUTED : Shown.NOTHING;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("Cell")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "Data" -> {
                        var type = String.valueOf(XmlWorkbook.attribute(xml, "Type"));
                        var text = text("Data");
                        shown = text.isEmpty() && !type.equals("String") ? shown : shown(type, text, format);
                    }
                    case "Comment" -> text("Comment");
                    default -> {}
                }
            }
        }
        return shown;
    }

    /** All text up to the end of the element, whatever marks up parts of it. */
    private String text(String element) throws XMLStreamException {
        var text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
                break;
            }
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private static Shown shown(String type, String text, NumberFormat format) {
        return switch (type) {
            case "Number" -> format.show(text, false);
            case "Boolean" -> Shown.truth(XlsxFile.isTrue(text.strip()));
            case "DateTime" -> moment(text.strip(), format);
            default -> text.isEmpty() ? Shown.NOTHING : Shown.text(text);
        };
    }

    private static Shown moment(String text, NumberFormat format) {
        try {
            var moment = LocalDateTime.parse(text.indexOf('T') < 0 ? text + "T00:00:00" : text);
            return (format == NumberFormat.GENERAL ? MOMENT : format).show(Days.of(moment), false);
        } catch (DateTimeException none) {
            return Shown.text(text);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
