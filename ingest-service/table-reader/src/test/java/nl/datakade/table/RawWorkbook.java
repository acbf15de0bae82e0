package nl.datakade.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, so that it can be as odd as those of other programs are. */
final class RawWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder formats = new StringBuilder();
    private final StringBuilder styles = new StringBuilder("<xf numFmtId='0'/>");
    private int count;
    private int styled;
    private String properties = "";

    RawWorkbook sheet(String name, String content) {
        return sheet(name, "", content);
    }

    /** @param content what stands in the worksheet: {@code cols}, {@code sheetData}, {@code mergeCells} */
    RawWorkbook sheet(String name, String attributes, String content) {
        count++;
        sheets.append("<sheet name='%s' sheetId='%d' %s r:id='rId%d'/>".formatted(name, count, attributes, count));
        var data = content.contains("<sheetData") ? content : "<sheetData>" + content + "</sheetData>";
        parts.put("xl/worksheets/sheet" + count + ".xml", "<worksheet xmlns='" + MAIN + "'>" + data + "</worksheet>");
        return this;
    }

    /** Styles 1 and on, one for each format. */
    RawWorkbook formats(String... codes) {
        for (var code : codes) {
            styled++;
            formats.append("<numFmt numFmtId='%d' formatCode='%s'/>"
                    .formatted(
                            163 + styled,
                            code.replace("&", "&amp;").replace("'", "&apos;").replace("\"", "&quot;")));
            styles.append("<xf numFmtId='%d'/>".formatted(163 + styled));
        }
        return this;
    }

    RawWorkbook from1904() {
        properties = "<workbookPr date1904='1'/>";
        return this;
    }

    RawWorkbook part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    byte[] bytes() {
        var all = new LinkedHashMap<String, String>();
        all.put("[Content_Types].xml", "<Types/>");
        all.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATIONS + "'>" + properties + "<sheets>" + sheets
                        + "</sheets></workbook>");
        var relations = new StringBuilder("<Relationships>");
        for (int i = 1; i <= count; i++) {
            relations.append("<Relationship Id='rId%d' Type='%s/worksheet' Target='worksheets/sheet%d.xml'/>"
                    .formatted(i, RELATIONS, i));
        }
        all.put("xl/_rels/workbook.xml.rels", relations + "</Relationships>");
        all.put(
                "xl/styles.xml",
                "<styleSheet><numFmts>" + formats + "</numFmts><cellXfs>" + styles + "</cellXfs></styleSheet>");
        all.putAll(parts);
        return zip(all);
    }

    /** Rows of cells that follow each other: numbers as they are, everything else as text; a bar and a number give a style. */
    static String rows(String... rows) {
        var xml = new StringBuilder();
        for (var row : rows) {
            xml.append("<row>");
            for (var cell : row.split(";", -1)) {
                var parts = cell.split("\\|", 2);
                if (parts.length == 2) {
                    xml.append("<c s='%s'><v>%s</v></c>".formatted(parts[1], parts[0]));
                } else if (cell.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?")) {
                    xml.append("<c><v>%s</v></c>".formatted(cell));
                } else if (cell.isEmpty()) {
                    xml.append("<c/>");
                } else {
                    xml.append("<c t='inlineStr'><is><t xml:space='preserve'>%s</t></is></c>".formatted(cell));
                }
            }
            xml.append("</row>");
        }
        return xml.toString();
    }

    static byte[] zip(Map<String, String> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
