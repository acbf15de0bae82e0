package nl.datakade.access.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The service's secret. Keys for pseudonyms, the disclosure log and its seal are derived from it by HMAC-SHA-256 over
 * their use, so that none tells another. Whoever loses it loses those three; whoever destroys it ends linkability.
 */
public final class Keyring {

    private static final int LENGTH = 32;

    private final byte[] secret;

    private Keyring(byte[] secret) {
        if (secret.length < LENGTH) {
            throw new IllegalArgumentException("The key of access needs at least 32 bytes, in base64");
        }
        this.secret = secret.clone();
    }

    /** From configuration; without it from a file that is made at the first start, which suits one machine only. */
    static Keyring of(@Nullable String configured, Path file) {
        return new Keyring(
                configured == null || configured.isBlank()
                        ? kept(file)
                        : Base64.getDecoder().decode(configured));
    }

    /** Names the secret without telling it; stands beside whatever was made with it. */
    public String id() {
        return HexFormat.of().formatHex(sha256(derive("id")), 0, 6);
    }

    /** The key for one use. */
    public byte[] derive(String use) {
        return mac(secret, use.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] mac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] kept(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                var fresh = new byte[LENGTH];
                new SecureRandom().nextBytes(fresh);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(file, Base64.getEncoder().encode(fresh));
            }
            return Base64.getDecoder().decode(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The key of access cannot be kept in " + file, e);
        }
    }
}
