package nl.datakade.cli.receipt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A receipt as a JSON Web Signature in compact form (RFC 7515), signed with ES256.
 *
 * @param signed the text that the signature is of
 * @param signature in base64url
 */
record SignedReceipt(String signed, JsonNode header, JsonNode statement, String signature) {
    private static final JsonMapper JSON = new JsonMapper();

    static SignedReceipt parse(String text) {
        String[] parts = text.strip().split("\\.", -1);
        if (parts.length != 3) {
            throw new Doubtful("This is no signed receipt: it should be three texts with dots in between.");
        }
        try {
            return new SignedReceipt(
                    parts[0] + "." + parts[1],
                    JSON.readTree(decoded(parts[0])),
                    JSON.readTree(decoded(parts[1])),
                    parts[2]);
        } catch (IllegalArgumentException | JacksonException e) {
            throw new Doubtful("This is no signed receipt: its parts cannot be read.");
        }
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    String keyId() {
        return header.path("kid").asString("");
    }

    /** Whether the holder of this key signed exactly this. */
    boolean isSignedWith(PublicKey key) {
        if (!header.path("alg").asString("").equals("ES256")) {
            throw new Doubtful("The receipt is signed with another algorithm than ES256.");
        }
        try {
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key);
            verifier.update(signed.getBytes(US_ASCII));
            return verifier.verify(decoded(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The receipt proves nothing; the message says why. */
    static final class Doubtful extends RuntimeException {
        private static final long serialVersionUID = 1;

        Doubtful(String message) {
            super(message);
        }
    }
}
