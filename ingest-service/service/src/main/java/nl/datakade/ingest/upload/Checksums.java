package nl.datakade.ingest.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.datakade.ingest.landing.Digests;
import nl.datakade.ingest.landing.Hashing;
import nl.datakade.ingest.landing.Push;
import nl.datakade.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/** What a request says of its own bytes, by Upload-Checksum of tus or Content-Digest of RFC 9530. */
final class Checksums {

    private static final Map<String, String> ALGORITHMS =
            Map.of("sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512", "md5", "MD5");

    static final String KNOWN = "sha1,sha256,sha512,md5";

    private static final Pattern FIELD = Pattern.compile("([a-z0-9]+) ([A-Za-z0-9+/]+={0,2})");

    private record Announced(String algorithm, MessageDigest digest, String expected) {}

    private final @Nullable Announced announced;
    private final Optional<Digests> digests;
    private final Hashing hashing;

    private Checksums(@Nullable Announced announced, Optional<Digests> digests) {
        this.announced = announced;
        this.digests = digests;
        this.hashing = new Hashing(true);
    }

    static Checksums of(HttpServletRequest request, List<InvalidInput> errors) {
        return new Checksums(announced(request, errors), Push.digests(Digests.CONTENT, request, errors));
    }

    private static @Nullable Announced announced(HttpServletRequest request, List<InvalidInput> errors) {
        var field = request.getHeader(Tus.CHECKSUM);
        if (field == null) {
            return null;
        }
        var parts = FIELD.matcher(field);
        var algorithm = parts.matches() ? ALGORITHMS.get(parts.group(1)) : null;
        if (algorithm == null) {
            errors.add(new InvalidInput(
                    "header", Tus.CHECKSUM, "one of " + KNOWN + ", a space, and the digest in base64", null, null));
            return null;
        }
        return new Announced(parts.group(1), Hashing.digest(algorithm), parts.group(2));
    }

    /** Whether the bytes may be kept only when all of them have come. */
    boolean areGiven() {
        return announced != null || digests.isPresent();
    }

    void update(byte[] bytes, int length) {
        if (announced != null) {
            announced.digest().update(bytes, 0, length);
        }
        if (digests.isPresent()) {
            hashing.update(bytes, 0, length);
        }
    }

    void verify() {
        if (announced != null) {
            var received = Base64.getEncoder().encodeToString(announced.digest().digest());
            if (!received.equals(announced.expected())) {
                throw new UploadProblem.WrongChecksum(announced.algorithm() + " " + received);
            }
        }
        digests.ifPresent(digest -> digest.verify(hashing.sha256(), hashing.sha512()));
    }
}
