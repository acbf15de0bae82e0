package nl.datakade.table.xml;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML without document types and entities of its own: neither files nor memory can be reached through it. */
public final class SafeXml {

    private SafeXml() {}

    public static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        return safe(XMLInputFactory.newDefaultFactory()).createXMLStreamReader(in);
    }

    /** For the millions of small elements that sheets are made of; it reads no entities at all. */
    public static XMLStreamReader fast(InputStream in) throws XMLStreamException {
        return safe(new InputFactoryImpl()).createXMLStreamReader(in);
    }

    /** Long texts come in pieces. */
    public static XMLEventReader events(InputStream in) throws XMLStreamException {
        var factory = safe(XMLInputFactory.newDefaultFactory());
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory.createXMLEventReader(in);
    }

    private static XMLInputFactory safe(XMLInputFactory factory) {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
