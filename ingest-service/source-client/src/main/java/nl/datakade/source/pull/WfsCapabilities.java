package nl.datakade.source.pull;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.datakade.table.xml.SafeXml;
import org.jspecify.annotations.Nullable;

/** What a Web Feature Service says it can do: its feature types, and the formats of GetFeature. */
record WfsCapabilities(List<String> types, List<String> formats) {

    static WfsCapabilities read(InputStream in) throws XMLStreamException {
        var types = new ArrayList<String>();
        var formats = new ArrayList<String>();
        var xml = SafeXml.reader(in);
        var operation = "";
        var isFormat = false;
        var inType = false;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "ExceptionReport" -> throw PullFailure.lasting("request-refused");
                    case "Operation" -> operation = name(xml);
                    case "Parameter" ->
                        isFormat = "outputFormat".equalsIgnoreCase(name(xml))
                                && (operation.isEmpty() || operation.equals("GetFeature"));
                    case "Value" -> {
                        if (isFormat) {
                            formats.add(xml.getElementText().strip());
                        }
                    }
                    case "FeatureType" -> inType = true;
                    case "Name" -> {
                        if (inType) {
                            types.add(xml.getElementText().strip());
                            inType = false;
                        }
                    }
                    default -> {}
                }
            } else if (xml.getEventType() == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("Operation")) {
                    operation = "";
                } else if (xml.getLocalName().equals("Parameter")) {
                    isFormat = false;
                }
            }
        }
        return new WfsCapabilities(types, formats);
    }

    private static String name(XMLStreamReader xml) {
        var name = xml.getAttributeValue(null, "name");
        return name == null ? "" : name;
    }

    boolean offers(String type) {
        return types.stream().anyMatch(name -> name.equals(type) || name.endsWith(":" + type));
    }

    /** None when features come as GML only. */
    @Nullable
    String geoJson() {
        return formats.stream()
                .filter(format -> format.toLowerCase(Locale.ROOT).contains("json"))
                .filter(format -> !format.startsWith("text/"))
                .findFirst()
                .orElse(null);
    }
}
