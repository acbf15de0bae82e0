package nl.datakade.table.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.datakade.table.row.UnreadableFile;
import nl.datakade.table.sheet.RowSource;
import nl.datakade.table.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/** A workbook of 2007 and later, transitional or strict (ECMA-376, ISO/IEC 29500), complete or as others write it. */
final class XlsxFile {

    private static final String WORKBOOK = "xl/workbook.xml";

    private final Path file;
    private final List<String> strings;
    private final Styles styles;
    private final boolean from1904;
    private final List<Sheet> sheets;

    private XlsxFile(Path file, List<String> strings, Styles styles, boolean from1904, List<Listed> listed) {
        this.file = file;
        this.strings = strings;
        this.styles = styles;
        this.from1904 = from1904;
        this.sheets = List.copyOf(listed.stream()
                .map(sheet -> new XlsxSheet(sheet.name(), sheet.hidden(), sheet.part()))
                .toList());
    }

    private record Listed(String name, boolean hidden, String part) {}

    /** Where a relation points, and what it is. */
    private record Relation(String type, String target) {}

    List<Sheet> sheets() {
        return sheets;
    }

    static XlsxFile of(Path file) throws IOException {
        var reading = WORKBOOK;
        try (var parts = new Parts(file)) {
            var workbook = workbook(parts);
            reading = workbook;
            var relations = relations(parts, workbook);
            var listed = new ArrayList<Listed>();
            var from1904 = list(parts, workbook, relations, listed);
            reading = part(relations, workbook, "/sharedStrings", "sharedStrings.xml");
            var xml = parts.xml(reading);
            var strings = xml == null ? List.<String>of() : SharedStrings.read(xml);
            reading = part(relations, workbook, "/styles", "styles.xml");
            xml = parts.xml(reading);
            var styles = xml == null ? Styles.NONE : Styles.read(xml);
            return new XlsxFile(file, strings, styles, from1904, listed);
        } catch (UnreadableFile known) {
            throw known;
        } catch (XMLStreamException | IOException | RuntimeException damaged) { // of the parser and of unpacking
            throw Workbook.damaged(reading);
        }
    }

    private static String workbook(Parts parts) throws IOException, XMLStreamException {
        for (var relation : relations(parts, "x").values()) {
            if (relation.type().endsWith("/officeDocument") && parts.has(relation.target())) {
                return relation.target();
            }
        }
        return WORKBOOK;
    }

    /** The relations of a part in a folder, or of the whole file. */
    private static Map<String, Relation> relations(Parts parts, String part) throws IOException, XMLStreamException {
        boolean whole = part.equals("x");
        var name = Path.of("/" + part.replaceFirst("^/", ""));
        var xml = parts.xml(
                whole
                        ? "_rels/.rels"
                        : name.resolveSibling("_rels/" + name.getFileName() + ".rels")
                                .toString());
        var relations = new HashMap<String, Relation>();
        while (xml != null && xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                var target = xml.getAttributeValue(null, "Target");
                relations.put(
                        String.valueOf(xml.getAttributeValue(null, "Id")),
                        new Relation(
                                String.valueOf(xml.getAttributeValue(null, "Type")),
                                Parts.target(
                                        whole ? "x" : name.toString().substring(1), target == null ? "" : target)));
            }
        }
        return relations;
    }

    private static String part(Map<String, Relation> relations, String workbook, String type, String usual) {
        return relations.values().stream()
                .filter(relation -> relation.type().endsWith(type))
                .map(Relation::target)
                .findFirst()
                .orElse(Parts.target(workbook.replaceFirst("^/", ""), usual));
    }

    /** Answers whether days are counted from 1904. */
    private static boolean list(Parts parts, String workbook, Map<String, Relation> relations, List<Listed> listed)
            throws IOException, XMLStreamException {
        var xml = parts.xml(workbook);
        if (xml == null) {
            throw Workbook.damaged(workbook + ", which is missing");
        }
        boolean from1904 = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("workbookPr")) {
                from1904 = isTrue(xml.getAttributeValue(null, "date1904"));
            } else if (xml.getLocalName().equals("sheet")) {
                var part = part(xml, relations, workbook, listed.size() + 1);
                if (part != null) {
                    var name = Escapes.undone(String.valueOf(xml.getAttributeValue(null, "name")));
                    var state = xml.getAttributeValue(null, "state");
                    listed.add(new Listed(
                            name,
                            state != null && state.toLowerCase(Locale.ROOT).endsWith("hidden"),
                            part));
                }
            }
        }
        return from1904;
    }

    /** The part that holds a sheet; null for a sheet that is a chart or a dialog. */
    private static @Nullable String part(
            XMLStreamReader xml, Map<String, Relation> relations, String workbook, int number) {
        Relation relation = null;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            var namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id") && namespace != null && !namespace.isEmpty()) {
                relation = relations.get(xml.getAttributeValue(i));
            }
        }
        if (relation == null) {
            return Parts.target(workbook.replaceFirst("^/", ""), "worksheets/sheet" + number + ".xml");
        }
        return relation.type().endsWith("/worksheet") ? relation.target() : null;
    }

    static boolean isTrue(@Nullable String value) {
        return value != null && (value.equals("1") || value.equalsIgnoreCase("true"));
    }

    /** What all cells share. */
    record Shared(List<String> strings, Styles styles, boolean from1904) {}

    private final class XlsxSheet implements Sheet {

        private final String name;
        private final boolean hidden;
        private final String part;
        private @Nullable Merges merges;

        XlsxSheet(String name, boolean hidden, String part) {
            this.name = name;
            this.hidden = hidden;
            this.part = part;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean isHidden() {
            return hidden;
        }

        @Override
        public RowSource open() throws IOException {
            var known = merges;
            if (known == null) {
                known = Merges.of(file, part, name);
                merges = known;
            }
            return new XlsxRows(file, part, name, new Shared(strings, styles, from1904), known);
        }
    }
}
