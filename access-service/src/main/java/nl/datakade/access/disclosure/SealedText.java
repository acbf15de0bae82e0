package nl.datakade.access.disclosure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a fresh nonce before the text, bound to the record that it belongs to. */
final class SealedText {

    /** What its key is derived for. */
    static final String USE = "disclosure-text";

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SealedText() {}

    static byte[] seal(byte[] key, String text, String belongsTo) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, belongsTo, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    static String open(byte[] key, byte[] sealed, String belongsTo) {
        var nonce = java.util.Arrays.copyOf(sealed, NONCE);
        var text = java.util.Arrays.copyOfRange(sealed, NONCE, sealed.length);
        return new String(cipher(Cipher.DECRYPT_MODE, key, nonce, belongsTo, text), StandardCharsets.UTF_8);
    }

    private static byte[] cipher(int mode, byte[] key, byte[] nonce, String belongsTo, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The text cannot be sealed or opened with this key", e);
        }
    }
}
