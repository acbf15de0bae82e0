package nl.datakade.contracts.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A record of the log. Its document is a JSON object that begins with its number, the hash of the record before and the id
 * of the key that sealed it; its hash is SHA-256 over the document's bytes, as they are.
 *
 * @param key the id of the secret with which the service sealed it
 * @param seal the service's own HMAC over the hash, which only the holder of that secret can make
 */
public record LogRecord(long sequence, String previous, String key, String document, String hash, String seal) {

    /** What the first record holds as the hash before it. */
    public static final String FIRST = "0".repeat(64);

    private static final Pattern DOCUMENT = Pattern.compile(
            "\\{\"sequence\":([1-9][0-9]{0,17}),\"previous\":\"([0-9a-f]{64})\",\"key\":\"([0-9a-f]{12})\",\"at\":\"");
    private static final Pattern LINE =
            Pattern.compile("\\{\"hash\":\"([0-9a-f]{64})\",\"seal\":\"([0-9a-f]{64})\",\"record\":(\\{.*})}");

    /** The hash is that of the document. */
    public static LogRecord of(String document, String seal) {
        return parse(document, hashOf(document), seal).orElseThrow(() -> new IllegalArgumentException("no document"));
    }

    /** Empty when the document does not begin as a record does. Whether the hash is its own is another question. */
    public static Optional<LogRecord> parse(String document, String hash, String seal) {
        var start = DOCUMENT.matcher(document);
        return start.lookingAt()
                ? Optional.of(new LogRecord(
                        Long.parseLong(start.group(1)), start.group(2), start.group(3), document, hash, seal))
                : Optional.empty();
    }

    /** A line of the export; empty when it is none, to the letter. */
    public static Optional<LogRecord> parse(String line) {
        var found = LINE.matcher(line);
        return found.matches() ? parse(found.group(3), found.group(1), found.group(2)) : Optional.empty();
    }

    /** As a line of the export. The document stands in it as it is, so that its hash can be taken again. */
    public String line() {
        return "{\"hash\":\"" + hash + "\",\"seal\":\"" + seal + "\",\"record\":" + document + "}";
    }

    boolean hasItsOwnHash() {
        return hashOf(document).equals(hash);
    }

    public static String hashOf(String document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
