package nl.datakade.table.excel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.datakade.table.row.TooManyTables;
import nl.datakade.table.row.UnreadableFile;
import nl.datakade.table.sheet.RowSource;
import nl.datakade.table.sheet.Sheet;
import nl.datakade.table.xml.SafeXml;

/** The sheets of an OpenDocument spreadsheet. */
final class OpenDocument {

    static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static final int MOST_OF_MANIFEST = 1 << 20;

    private OpenDocument() {}

    private record OpenDocumentSheet(Path file, int index, String name, boolean isHidden) implements Sheet {
        @Override
        public RowSource open() throws IOException {
            return new OpenDocumentRows(file, index, name);
        }
    }

    static List<Sheet> sheets(Path file) throws IOException {
        var sheets = new ArrayList<Sheet>();
        try (var zip = new ZipFile(file.toFile())) {
            try {
                var xml = content(zip);
                var hidden = new HashSet<String>();
                while (xml.hasNext()) {
                    if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                        continue;
                    }
                    if (xml.getLocalName().equals("style") && STYLE.equals(xml.getNamespaceURI())) {
                        style(xml, hidden);
                    } else if (isTable(xml, "table")) {
                        var style = String.valueOf(xml.getAttributeValue(TABLE, "style-name"));
                        var name = String.valueOf(xml.getAttributeValue(TABLE, "name"));
                        sheets.add(new OpenDocumentSheet(file, sheets.size(), name, hidden.contains(style)));
                    }
                }
            } catch (UnreadableFile known) {
                throw known;
            } catch (XMLStreamException | IOException | RuntimeException damaged) {
                throw isEncrypted(zip) ? Workbook.isProtected() : Workbook.damaged("content.xml");
            }
        }
        TooManyTables.check(sheets.size());
        return sheets;
    }

    private static void style(XMLStreamReader xml, Set<String> hidden) throws XMLStreamException {
        var name = String.valueOf(xml.getAttributeValue(STYLE, "name"));
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("style")) {
                return;
            }
            boolean table = event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("table-properties");
            if (table && "false".equals(xml.getAttributeValue(TABLE, "display"))) {
                hidden.add(name);
            }
        }
    }

    private static boolean isEncrypted(ZipFile zip) throws IOException {
        var manifest = zip.getEntry("META-INF/manifest.xml");
        if (manifest == null) {
            return false;
        }
        try (var in = zip.getInputStream(manifest)) {
            return new String(in.readNBytes(MOST_OF_MANIFEST), StandardCharsets.UTF_8).contains("encryption-data");
        }
    }

    static XMLStreamReader content(ZipFile zip) throws IOException, XMLStreamException {
        var entry = zip.getEntry("content.xml");
        if (entry == null) {
            throw Workbook.damaged("content.xml, which is missing");
        }
        return SafeXml.fast(new BufferedInputStream(zip.getInputStream(entry), 1 << 16));
    }

    static boolean isTable(XMLStreamReader xml, String name) {
        return xml.getLocalName().equals(name) && TABLE.equals(xml.getNamespaceURI());
    }
}
