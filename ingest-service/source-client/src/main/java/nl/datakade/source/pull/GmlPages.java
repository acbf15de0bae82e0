package nl.datakade.source.pull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import nl.datakade.table.xml.SafeXml;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The members of all pages of a WFS 2.0 feature collection; the first one stands behind the collection's beginning. */
final class GmlPages implements Iterator<byte[]>, AutoCloseable {

    static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final Web web;
    private final Order order;
    private final HttpUrl first;
    private final int size;
    private @Nullable InputStream answer;
    private @Nullable XMLEventReader xml;
    private @Nullable GmlCollection collection;
    private GmlCollection.@Nullable Root root;
    private long onPage;
    private long read;
    private byte[] firstOfPage = {};
    private byte @Nullable [] upcoming;
    private boolean ended;

    GmlPages(Web web, Order order, HttpUrl first, int size) {
        this.web = web;
        this.order = order;
        this.first = first;
        this.size = size;
    }

    /** What closes the collection. */
    String tail() {
        return collection == null ? "" : "\n" + collection.end() + "\n";
    }

    @Override
    public boolean hasNext() {
        try {
            while (upcoming == null && !ended) {
                advance();
            }
            return upcoming != null;
        } catch (XMLStreamException failed) {
            if (failed.getNestedException() instanceof IOException line) {
                throw new UncheckedIOException(line);
            }
            throw PullFailure.lasting("not-understood");
        } catch (IOException line) {
            throw new UncheckedIOException(line);
        }
    }

    @Override
    public byte[] next() {
        if (!hasNext() || upcoming == null) {
            throw new NoSuchElementException();
        }
        var member = upcoming;
        upcoming = null;
        return member;
    }

    private void advance() throws IOException, XMLStreamException {
        if (xml == null) {
            openPage();
            return;
        }
        XMLEvent event = xml.nextEvent();
        if (event.isStartElement()) {
            readChild(event.asStartElement());
        } else if (event.isEndElement()) {
            endPage();
        }
    }

    private void openPage() throws IOException, XMLStreamException {
        var url = first.newBuilder()
                .setQueryParameter("startIndex", Long.toString(read))
                .build();
        var opened = web.open(url, order, "application/gml+xml, application/xml, text/xml");
        answer = opened;
        var events = SafeXml.events(opened);
        xml = events;
        onPage = 0;
        XMLEvent event = events.nextEvent();
        while (!event.isStartElement()) {
            event = events.nextEvent();
        }
        var found = GmlCollection.root(event.asStartElement());
        root = found;
        if (collection == null) {
            collection = new GmlCollection(found);
            upcoming = collection.beginning();
        }
    }

    private void readChild(StartElement child) throws XMLStreamException {
        var reading = java.util.Objects.requireNonNull(xml);
        var member = java.util.Objects.requireNonNull(collection)
                .member(child, reading, java.util.Objects.requireNonNull(root));
        if (!child.getName().getLocalPart().equals("member")) {
            return; // bounds and the like
        }
        if (onPage == 0 && read > 0 && Arrays.equals(member, firstOfPage)) {
            throw PullFailure.lasting("paging-not-honoured");
        }
        firstOfPage = onPage == 0 ? member : firstOfPage;
        onPage++;
        read++;
        upcoming = member;
    }

    private void endPage() throws IOException {
        var matched = root == null ? -1 : root.matched();
        close();
        var goesOn = matched < 0 ? onPage >= size : read < matched;
        if (goesOn && onPage > 0) {
            return;
        }
        ended = true;
        if (matched >= 0 && matched != read) {
            throw PullFailure.passing("changed-meanwhile");
        }
    }

    @Override
    public void close() throws IOException {
        xml = null;
        if (answer != null) {
            answer.close();
            answer = null;
        }
    }
}
