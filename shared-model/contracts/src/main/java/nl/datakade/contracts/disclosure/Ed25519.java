package nl.datakade.contracts.disclosure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Keys of Ed25519 (RFC 8032) as JSON Web Keys write them (RFC 8037), and signatures with them. */
public final class Ed25519 {

    private static final int SIZE = 32;

    /** What stands before the 32 bytes of a key in its encoding (RFC 8410). */
    private static final byte[] PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final byte[] PRIVATE = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private Ed25519() {}

    /** The public key whose x a JSON Web Key holds. */
    public static PublicKey publicKey(String x) {
        try {
            return factory().generatePublic(new X509EncodedKeySpec(encoded(PUBLIC, x)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("This is no public key of Ed25519", e);
        }
    }

    /** The private key whose d a JSON Web Key holds. */
    public static PrivateKey privateKey(String d) {
        try {
            return factory().generatePrivate(new PKCS8EncodedKeySpec(encoded(PRIVATE, d)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("This is no private key of Ed25519"); // the cause may hold the key
        }
    }

    /** A new key as a JSON Web Key, private part included; its id is its thumbprint (RFC 7638). */
    public static String newKey() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var encoded = pair.getPublic().getEncoded();
            var x = text(Arrays.copyOfRange(encoded, encoded.length - SIZE, encoded.length));
            var d = text(((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow());
            return "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\",\"use\":\"sig\",\"alg\":\"EdDSA\",\"kid\":\"%s\",\"d\":\"%s\"}"
                    .formatted(x, id(x), d);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    private static String id(String x) throws GeneralSecurityException {
        var members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        return text(MessageDigest.getInstance("SHA-256").digest(members.getBytes(US_ASCII)));
    }

    static byte[] sign(PrivateKey key, String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text.getBytes(US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key of Ed25519 cannot sign", e);
        }
    }

    static boolean verifies(PublicKey key, String text, byte[] signed) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(text.getBytes(US_ASCII));
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static KeyFactory factory() throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519");
    }

    private static byte[] encoded(byte[] before, String key) throws GeneralSecurityException {
        var bytes = Base64.getUrlDecoder().decode(key);
        if (bytes.length != SIZE) {
            throw new GeneralSecurityException("A key has 32 bytes");
        }
        var encoded = Arrays.copyOf(before, before.length + SIZE);
        System.arraycopy(bytes, 0, encoded, before.length, SIZE);
        return encoded;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
