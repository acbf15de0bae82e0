package nl.datakade.table.excel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.datakade.table.row.TooManyTables;
import nl.datakade.table.sheet.NumberFormat;
import nl.datakade.table.sheet.RowSource;
import nl.datakade.table.sheet.Sheet;
import nl.datakade.table.xml.SafeXml;
import org.jspecify.annotations.Nullable;

/** A workbook as XML in one piece (XML Spreadsheet 2003), which exports still write, often under the name of {@code .xls}. */
final class XmlWorkbook {

    /** What XML Spreadsheet calls some formats, and what they are in characters. */
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("General Date", "yyyy-mm-dd hh:mm"),
            Map.entry("Short Date", "yyyy-mm-dd"),
            Map.entry("Medium Date", "yyyy-mm-dd"),
            Map.entry("Long Date", "yyyy-mm-dd"),
            Map.entry("Short Time", "hh:mm"),
            Map.entry("Medium Time", "hh:mm"),
            Map.entry("Long Time", "hh:mm:ss"),
            Map.entry("Percent", "0.00%"),
            Map.entry("Fixed", "0.00"),
            Map.entry("Standard", "#,##0.00"),
            Map.entry("Currency", "#,##0.00"),
            Map.entry("Euro Currency", "#,##0.00"),
            Map.entry("Scientific", "0.00E+00"),
            Map.entry("General Number", "General"),
            Map.entry("Yes/No", "General"),
            Map.entry("True/False", "General"),
            Map.entry("On/Off", "General"));

    private XmlWorkbook() {}

    private record XmlSheet(Path file, int index, String name, boolean isHidden, Map<String, NumberFormat> formats)
            implements Sheet {
        @Override
        public RowSource open() throws IOException {
            return new XmlWorkbookRows(file, index, name, formats);
        }
    }

    static List<Sheet> sheets(Path file) throws IOException {
        var formats = new HashMap<String, NumberFormat>();
        var names = new ArrayList<String>();
        var hidden = new ArrayList<Integer>();
        try (var in = open(file)) {
            var xml = SafeXml.fast(in);
            String style = null;
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "Style" -> style = attribute(xml, "ID");
                    case "NumberFormat" -> {
                        var code = attribute(xml, "Format");
                        if (style != null && code != null) {
                            formats.put(style, NumberFormat.of(NAMED.getOrDefault(code, code)));
                        }
                    }
                    case "Worksheet" -> names.add(String.valueOf(attribute(xml, "Name")));
                    case "Visible" -> {
                        if (xml.getElementText().endsWith("Hidden")) {
                            hidden.add(names.size() - 1);
                        }
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException | RuntimeException damaged) { // the parser passes on what it trips over
            throw Workbook.damaged(names.isEmpty() ? "its start" : "sheet " + names.getLast());
        }
        TooManyTables.check(names.size());
        var sheets = new ArrayList<Sheet>();
        for (int i = 0; i < names.size(); i++) {
            sheets.add(new XmlSheet(file, i, names.get(i), hidden.contains(i), formats));
        }
        return sheets;
    }

    static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    /** An attribute by its name, with a prefix or without. */
    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }
}
