package nl.datakade.table.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.datakade.table.sheet.NumberFormat;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.jspecify.annotations.Nullable;

/** The number formats of a workbook, by the style of a cell. A workbook without styles shows every number as it is. */
final class Styles {

    static final Styles NONE = new Styles();

    private final Map<Integer, String> codes = new HashMap<>();
    private final Map<Integer, NumberFormat> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();

    private Styles() {}

    static Styles read(XMLStreamReader xml) throws XMLStreamException {
        var styles = new Styles();
        boolean cells = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" ->
                        styles.codes.put(
                                number(xml.getAttributeValue(null, "numFmtId")),
                                String.valueOf(xml.getAttributeValue(null, "formatCode")));
                    case "cellXfs" -> cells = true;
                    case "xf" -> {
                        if (cells) {
                            styles.styles.add(number(xml.getAttributeValue(null, "numFmtId")));
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                cells = false;
            }
        }
        return styles;
    }

    private static int number(@Nullable String text) {
        return text == null || !text.matches("\\d{1,9}") ? 0 : Integer.parseInt(text);
    }

    NumberFormat of(@Nullable String style) {
        if (style == null) {
            return NumberFormat.GENERAL;
        }
        int index = number(style);
        return index < styles.size() ? formats.computeIfAbsent(styles.get(index), this::format) : NumberFormat.GENERAL;
    }

    private NumberFormat format(int id) {
        var code = codes.get(id);
        return NumberFormat.of(code == null ? builtIn(id) : code);
    }

    /** Those beyond 49 differ by language; what they have in common in languages that use them is that they are dates. */
    private static @Nullable String builtIn(int id) {
        boolean date = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
        return date ? "yyyy-mm-dd" : BuiltinFormats.getBuiltinFormat(id);
    }
}
