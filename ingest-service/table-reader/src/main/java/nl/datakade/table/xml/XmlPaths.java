package nl.datakade.table.xml;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks a document and tells the path of every element that has others in it, or attributes. */
final class XmlPaths implements Closeable {

    private static final int MAX_DEPTH = 200;

    private final InputStream in;
    private final XMLStreamReader xml;
    private final StringBuilder path = new StringBuilder();
    private int depth;
    private boolean lastWasStart;
    private boolean lastCounted;
    private @Nullable String pending;

    XmlPaths(Path file) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            xml = SafeXml.reader(in);
        } catch (XMLStreamException broken) {
            in.close();
            throw XmlTable.broken(broken);
        }
    }

    @Nullable
    String nextParent() throws IOException {
        var counted = pending;
        pending = null;
        if (counted != null) {
            return counted;
        }
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT) {
                    path.setLength(Math.max(0, path.lastIndexOf("/")));
                    depth--;
                    lastWasStart = false;
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    var parent = path.toString();
                    boolean parentUncounted = lastWasStart && !lastCounted;
                    enter();
                    if (lastCounted && parentUncounted) {
                        pending = path.toString();
                    }
                    if (lastCounted || parentUncounted) {
                        return parentUncounted ? parent : path.toString();
                    }
                }
            }
            return null;
        } catch (XMLStreamException broken) {
            throw XmlTable.broken(broken);
        }
    }

    private void enter() throws IOException {
        if (++depth > MAX_DEPTH) {
            throw XmlTable.tooDeep(MAX_DEPTH, xml.getLocation().getLineNumber());
        }
        path.append(depth == 1 ? "" : "/").append(xml.getLocalName());
        lastWasStart = true;
        lastCounted = xml.getAttributeCount() > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
