package nl.datakade.ingest.landing;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The field Content-Digest of RFC 9530: a dictionary of digests, of which SHA-256 is the one that is checked here. */
record ContentDigest(String sha256) {

    static final String EXPECTED = "sha-256=:<the SHA-256 of the bytes in base64>:";

    private static final Pattern MEMBER =
            Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):\\s*(?:;[^,]*)?(?=,|$)");

    /** Empty when it names no SHA-256. */
    static Optional<ContentDigest> parse(String field) {
        var member = MEMBER.matcher(field);
        return member.find()
                ? Optional.of(new ContentDigest(
                        HexFormat.of().formatHex(Base64.getDecoder().decode(member.group(1)))))
                : Optional.empty();
    }

    /** @param received in lower-case hexadecimal */
    void verify(String received) {
        if (!sha256.equals(received)) {
            var field = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(received));
            throw new LandingProblem.WrongDigest("sha-256=:" + field + ":", received);
        }
    }
}
