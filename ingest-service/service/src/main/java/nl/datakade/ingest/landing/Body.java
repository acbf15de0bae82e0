package nl.datakade.ingest.landing;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The file in a request, however it was wrapped. */
sealed interface Body permits RawBody, FormBody {

    /** As declared; {@code application/octet-stream} where nothing was. */
    String mediaType();

    @Nullable
    String fileName();

    InputStream content();

    /** Checks what can be checked only after the last byte: that the body was whole, and its declared digests. */
    void verify(String sha256) throws IOException;
}
