package nl.datakade.local;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Keys that sign, as JSON Web Keys (RFC 7517): EC on P-256, named by their thumbprint (RFC 7638). */
public final class SigningKeys {

    private static final int SIZE = 32;

    private SigningKeys() {}

    /** A set with one new key. */
    public static String set() {
        return "{\"keys\":[" + key() + "]}";
    }

    /** A new key, private part included. */
    public static String key() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return key(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has EC on P-256", e);
        }
    }

    private static String key(KeyPair pair) throws GeneralSecurityException {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        var coordinates = "\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\""
                .formatted(text(point.getAffineX()), text(point.getAffineY()));
        var thumbprint = MessageDigest.getInstance("SHA-256")
                .digest(("{" + coordinates + "}").getBytes(StandardCharsets.US_ASCII));
        return "{%s,\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"%s\",\"d\":\"%s\"}"
                .formatted(coordinates, text(thumbprint), text(((ECPrivateKey) pair.getPrivate()).getS()));
    }

    private static String text(BigInteger number) {
        var bytes = number.toByteArray(); // a sign in front, or shorter than the field
        var fixed = new byte[SIZE];
        int count = Math.min(SIZE, bytes.length);
        System.arraycopy(bytes, bytes.length - count, fixed, SIZE - count, count);
        return text(fixed);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
