package nl.datakade.ingest.landing;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field Content-Digest or Repr-Digest (RFC 9530): a dictionary of digests, of which SHA-256 and SHA-512 are checked
 * here and others passed over. What comes in has no content coding and is whole, so both fields speak of the same bytes.
 *
 * @param field its name
 * @param sha256 lower-case hexadecimal
 * @param sha512 lower-case hexadecimal
 */
public record Digests(
        String field, @Nullable String sha256, @Nullable String sha512) {

    public static final String CONTENT = "Content-Digest";
    public static final String REPRESENTATION = "Repr-Digest";

    public static final String EXPECTED = "sha-256=:<the SHA-256 of the bytes in base64>:, or sha-512";

    /** The value of Want-Content-Digest and Want-Repr-Digest: what is liked best has the highest number. */
    static final String WANTED = "sha-256=10, sha-512=9";

    private static final Pattern MEMBER =
            Pattern.compile("\\s*([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]*={0,2}):\\s*(?:;.*)?");

    /** Empty when it is no such dictionary, or names none of the digests known here. */
    public static Optional<Digests> parse(String field, String value) {
        String sha256 = null;
        String sha512 = null;
        for (var text : value.split(",", -1)) {
            var member = MEMBER.matcher(text);
            if (!member.matches()) {
                return Optional.empty();
            }
            var bytes = bytes(member.group(2));
            switch (member.group(1)) {
                case "sha-256" -> sha256 = bytes.length == 32 ? HexFormat.of().formatHex(bytes) : "";
                case "sha-512" -> sha512 = bytes.length == 64 ? HexFormat.of().formatHex(bytes) : "";
                default -> {}
            }
        }
        var isNone = sha256 == null && sha512 == null;
        return isNone || "".equals(sha256) || "".equals(sha512)
                ? Optional.empty()
                : Optional.of(new Digests(field, sha256, sha512));
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /**
     * Refuses bytes with other digests.
     *
     * @param received SHA-256 in lower-case hexadecimal
     * @param received512 likewise SHA-512; needed where one was announced
     */
    public void verify(String received, @Nullable String received512) {
        if (sha256 != null && !sha256.equals(received)) {
            throw new LandingProblem.WrongDigest(field, member("sha-256", received), received);
        }
        if (sha512 != null && !sha512.equals(received512)) {
            var found = received512 == null ? "" : received512;
            throw new LandingProblem.WrongDigest(field, member("sha-512", found), received);
        }
    }

    private static String member(String algorithm, String hexadecimal) {
        var bytes = HexFormat.of().parseHex(hexadecimal);
        return algorithm + "=:" + Base64.getEncoder().encodeToString(bytes) + ":";
    }
}
