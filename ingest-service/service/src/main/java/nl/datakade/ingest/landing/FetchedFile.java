package nl.datakade.ingest.landing;

import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that ingest fetched from a source, for a department's dataset.
 *
 * @param content read once, to its end; whoever opened it closes it
 * @param length in bytes, -1 when it is not known
 */
public record FetchedFile(
        String dataset,
        String department,
        InputStream content,
        String mediaType,
        @Nullable String fileName,
        long length)
        implements IncomingFile {

    @Override
    public @Nullable String key() {
        return null;
    }

    @Override
    public Body body() {
        var name = fileName == null ? null : FileName.plain(fileName);
        return new RawBody(content, MediaTypes.declared(mediaType), name, List.of());
    }
}
