package nl.datakade.table.excel;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of a workbook that cells point at. */
final class SharedStrings {

    private SharedStrings() {}

    static List<String> read(XMLStreamReader xml) throws XMLStreamException {
        var strings = new ArrayList<String>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                strings.add(text(xml, "si"));
            }
        }
        return strings;
    }

    /** The runs of a text up to the end of the element; how it is pronounced is no part of it. */
    static String text(XMLStreamReader xml, String element) throws XMLStreamException {
        var text = new StringBuilder();
        boolean pronounced = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                var name = xml.getLocalName();
                if (name.equals(element)) {
                    break;
                }
                pronounced &= !name.equals("rPh");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                var name = xml.getLocalName();
                pronounced |= name.equals("rPh");
                if (name.equals("t") && !pronounced) {
                    text.append(xml.getElementText());
                }
            }
        }
        return Escapes.undone(text.toString());
    }
}
