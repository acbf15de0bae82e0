package nl.datakade.ingest.landing;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The body is the file. */
record RawBody(
        InputStream content,
        String mediaType,
        @Nullable String fileName,
        @Nullable ContentDigest digest) implements Body {

    @Override
    public void verify(String sha256) {
        if (digest != null) {
            digest.verify(sha256);
        }
    }
}
