package nl.datakade.source.pull;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Namespace;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/** One collection made of the collections on all pages: the first one's beginning, everybody's members. */
final class GmlCollection {

    private final XMLEventFactory events = XMLEventFactory.newDefaultFactory();
    private final XMLOutputFactory output = XMLOutputFactory.newDefaultFactory();
    private final Root first;

    /**
     * The element around a page.
     *
     * @param namespaces by prefix
     * @param matched how many features there are on all pages, -1 when the service does not say
     */
    record Root(StartElement element, Map<String, String> namespaces, long matched) {}

    GmlCollection(Root first) {
        this.first = first;
    }

    static Root root(StartElement element) {
        if (!element.getName().getLocalPart().equals("FeatureCollection")) {
            throw PullFailure.lasting("request-refused"); // an ExceptionReport, mostly
        }
        var namespaces = new LinkedHashMap<String, String>();
        element.getNamespaces()
                .forEachRemaining(namespace -> namespaces.put(namespace.getPrefix(), namespace.getNamespaceURI()));
        var matched = element.getAttributeByName(new javax.xml.namespace.QName("numberMatched"));
        var isNumber = matched != null && matched.getValue().matches("\\d{1,18}");
        return new Root(element, namespaces, isNumber ? Long.parseLong(matched.getValue()) : -1);
    }

    /** Without what differs from page to page, such as the time. */
    byte[] beginning() {
        var text = new StringBuilder("<").append(name());
        first.namespaces()
                .forEach((prefix, uri) -> text.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix)
                        .append("=\"")
                        .append(uri.replace("&", "&amp;")
                                .replace("\"", "&quot;")
                                .replace("<", "&lt;"))
                        .append('"'));
        return text.append('>').toString().getBytes(StandardCharsets.UTF_8);
    }

    String end() {
        return "</" + name() + ">";
    }

    private String name() {
        var name = first.element().getName();
        return name.getPrefix().isEmpty() ? name.getLocalPart() : name.getPrefix() + ":" + name.getLocalPart();
    }

    /** Reads a child of the page's root to its end. */
    byte[] member(StartElement child, XMLEventReader xml, Root page) throws XMLStreamException {
        var bytes = new Bounded(Bounded.RECORD);
        var writer = output.createXMLEventWriter(bytes, StandardCharsets.UTF_8.name());
        writer.add(onItsOwn(child, page));
        for (int depth = 1; depth > 0; ) {
            XMLEvent event = xml.nextEvent();
            depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
            writer.add(event);
        }
        writer.close();
        return bytes.toByteArray();
    }

    /** With the namespaces of its page that the first page does not have. */
    private StartElement onItsOwn(StartElement child, Root page) {
        var namespaces = new LinkedHashMap<String, Namespace>();
        page.namespaces().forEach((prefix, uri) -> {
            if (!uri.equals(first.namespaces().get(prefix))) {
                namespaces.put(prefix, events.createNamespace(prefix, uri));
            }
        });
        child.getNamespaces().forEachRemaining(own -> namespaces.put(own.getPrefix(), own));
        return events.createStartElement(
                child.getName(), child.getAttributes(), namespaces.values().iterator());
    }
}
