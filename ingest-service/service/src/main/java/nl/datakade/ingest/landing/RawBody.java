package nl.datakade.ingest.landing;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body is the file. */
record RawBody(
        InputStream content, String mediaType, @Nullable String fileName, List<Digests> digests) implements Body {

    static RawBody of(InputStream content, String mediaType, @Nullable String fileName, List<Digests> digests) {
        var watched = digests.stream().anyMatch(digest -> digest.sha512() != null)
                ? new DigestInputStream(content, Hashing.digest("SHA-512"))
                : content;
        return new RawBody(watched, mediaType, fileName, digests);
    }

    @Override
    public void verify(String sha256) {
        var sha512 = content instanceof DigestInputStream watched
                ? HexFormat.of().formatHex(watched.getMessageDigest().digest())
                : null;
        digests.forEach(digest -> digest.verify(sha256, sha512));
    }
}
