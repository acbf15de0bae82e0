package nl.datakade.ingest.landing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Digests of bytes as they pass: SHA-256, and SHA-512 where somebody asks for it. */
public final class Hashing {

    private final MessageDigest sha256;
    private final @Nullable MessageDigest sha512;

    public Hashing(boolean with512) {
        this(digest("SHA-256"), with512 ? digest("SHA-512") : null);
    }

    private Hashing(MessageDigest sha256, @Nullable MessageDigest sha512) {
        this.sha256 = sha256;
        this.sha512 = sha512;
    }

    public void update(byte[] bytes, int offset, int length) {
        sha256.update(bytes, offset, length);
        if (sha512 != null) {
            sha512.update(bytes, offset, length);
        }
    }

    /** As it stands now; this one goes on by itself. */
    public Hashing copy() {
        return new Hashing(copy(sha256), sha512 == null ? null : copy(sha512));
    }

    /** In lower-case hexadecimal; this one can go on after it. */
    public String sha256() {
        return HexFormat.of().formatHex(copy(sha256).digest());
    }

    public @Nullable String sha512() {
        return sha512 == null ? null : HexFormat.of().formatHex(copy(sha512).digest());
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the digests of the JDK can be copied", e);
        }
    }

    public static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
