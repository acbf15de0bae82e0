package nl.datakade.table.xml;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Finding;
import nl.datakade.table.row.Rows;
import org.jspecify.annotations.Nullable;

/** The repeating elements of a document, one by one; values deeper inside are named by their way there. */
final class XmlRows implements Rows {

    private final InputStream in;
    private final XMLStreamReader xml;
    private final String rowPath;
    private final Map<String, Integer> columns;
    private final boolean collecting;
    private final List<@Nullable StringBuilder> values = new ArrayList<>();
    private final StringBuilder path = new StringBuilder();
    private final GeometryTally geometries = new GeometryTally();

    /** @param rowPath names of the elements from the outermost to the row; only the last after a star */
    XmlRows(Path file, String rowPath, Map<String, Integer> columns, boolean collecting) throws IOException {
        this.rowPath = rowPath;
        this.columns = columns;
        this.collecting = collecting;
        in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            xml = SafeXml.reader(in);
        } catch (XMLStreamException broken) {
            in.close();
            throw XmlTable.broken();
        }
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT) {
                    path.setLength(Math.max(0, path.lastIndexOf("/")));
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    path.append(path.isEmpty() ? "" : "/").append(xml.getLocalName());
                    if (isRow()) {
                        row(cells);
                        path.setLength(Math.max(0, path.lastIndexOf("/")));
                        return true;
                    }
                }
            }
            return false;
        } catch (XMLStreamException broken) {
            throw XmlTable.broken();
        }
    }

    /** What there is to say of the geometries so far. */
    List<Finding> findings() {
        return geometries.findings();
    }

    private boolean isRow() {
        return rowPath.startsWith("*")
                ? path.lastIndexOf(rowPath.substring(1)) == path.length() - rowPath.length() + 1
                : path.length() == rowPath.length() && path.toString().equals(rowPath);
    }

    private void row(Cells cells) throws XMLStreamException {
        values.clear();
        long line = xml.getLocation().getLineNumber();
        element("");
        cells.begin(line);
        for (int i = 0; i < columns.size(); i++) {
            var value = i < values.size() ? values.get(i) : null;
            cells.add(value == null ? null : value.toString(), value == null ? CellKind.ABSENT : CellKind.TEXT);
        }
    }

    /** Reads the element the reader stands at, to its end. */
    private void element(String name) throws XMLStreamException {
        if (GeometryElement.isAt(xml)) {
            put(name, GeometryElement.read(xml, geometries));
            return;
        }
        for (int i = 0; i < xml.getAttributeCount() && !rowPath.startsWith("*"); i++) {
            put(joined(name, xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
        }
        var text = new StringBuilder();
        boolean parent = false;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                parent = true;
                element(inner(name));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
        }
        if (!parent || !text.toString().isBlank()) {
            put(name.isEmpty() ? "value" : name, text.toString());
        }
    }

    /** The geometry of a feature is called as the member it stands in; KML's own values are called as they say. */
    private String inner(String outer) {
        if (GeometryElement.isAt(xml)) {
            return outer.isEmpty() ? "geometry" : outer;
        }
        var local = xml.getLocalName();
        var called = local.equals("Data") || local.equals("SimpleData") ? xml.getAttributeValue(null, "name") : null;
        if (called != null && rowPath.startsWith("*")) {
            return called;
        }
        boolean wrapper = local.equals("ExtendedData") || local.equals("SchemaData") || local.equals("value");
        return wrapper && rowPath.startsWith("*") ? outer : joined(outer, local);
    }

    private static String joined(String outer, String inner) {
        return outer.isEmpty() ? inner : outer + "_" + inner;
    }

    private void put(String name, @Nullable String value) {
        var known = columns.get(name);
        if (known == null) {
            if (!collecting || value == null || value.isBlank()) {
                return;
            }
            known = columns.size();
            columns.put(name, known);
        }
        while (values.size() <= known) {
            values.add(null);
        }
        var before = values.get(known);
        if (before == null) {
            values.set(known, new StringBuilder(String.valueOf(value)));
        } else {
            before.append("; ").append(value);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
