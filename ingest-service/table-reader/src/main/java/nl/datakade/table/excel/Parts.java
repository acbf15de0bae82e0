package nl.datakade.table.excel;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.datakade.table.xml.SafeXml;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook of 2007 and later, found whatever capitals and slashes their names are written with. */
final class Parts implements Closeable {

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    Parts(Path file) throws IOException {
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException damaged) {
            throw Workbook.damaged("its list of contents");
        }
        zip.stream().forEach(entry -> entries.put(key(entry.getName()), entry));
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /** Null when there is no such part. */
    @Nullable
    InputStream bytes(String name) throws IOException {
        var entry = entries.get(key(name));
        return entry == null ? null : new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
    }

    /** Null when there is no such part. */
    @Nullable
    XMLStreamReader xml(String name) throws IOException, XMLStreamException {
        var bytes = bytes(name);
        return bytes == null ? null : SafeXml.fast(bytes);
    }

    private static String key(String name) {
        var forward = name.replace('\\', '/');
        return (forward.startsWith("/") ? forward.substring(1) : forward).toLowerCase(Locale.ROOT);
    }

    /** What a relation of one part points at, as the name of another. */
    static String target(String part, String relation) {
        var forward = relation.replace('\\', '/');
        if (forward.startsWith("/")) {
            return forward;
        }
        return Path.of("/" + part).resolveSibling(forward).normalize().toString();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
