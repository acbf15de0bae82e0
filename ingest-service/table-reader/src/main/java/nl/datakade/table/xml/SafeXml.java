package nl.datakade.table.xml;

import java.io.InputStream;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML without document types and entities of its own: neither files nor memory can be reached through it. */
public final class SafeXml {

    private SafeXml() {}

    public static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        return factory().createXMLStreamReader(in);
    }

    /** Long texts come in pieces. */
    public static XMLEventReader events(InputStream in) throws XMLStreamException {
        var factory = factory();
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory.createXMLEventReader(in);
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
