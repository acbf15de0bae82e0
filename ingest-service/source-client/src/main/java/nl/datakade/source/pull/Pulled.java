package nl.datakade.source.pull;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a source answered. */
public sealed interface Pulled {

    /** Nothing new since the mark. */
    record Unchanged() implements Pulled {}

    /**
     * A file, on its way.
     *
     * @param length in bytes, -1 when it is not known
     * @param mark for the next time, once this has landed
     */
    record Content(
            InputStream bytes, String mediaType, @Nullable String fileName, long length, Map<String, String> mark)
            implements Pulled, AutoCloseable {

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
