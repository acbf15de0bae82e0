package nl.datakade.access.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.datakade.platform.key.KeyFile;
import org.jspecify.annotations.Nullable;

/**
 * The service's secrets: the present one, and those before it, with which what was made then can still be opened and
 * checked. Keys for pseudonyms, the texts in the disclosure log and its seal are derived by HKDF-SHA-256 (RFC 5869) over
 * their use, so that no key leads to another. Whoever destroys a secret ends the linkability of what was made with it.
 */
public final class Keyring {

    private static final int LENGTH = 32;

    private final String id;
    private final Map<String, byte[]> secrets = new LinkedHashMap<>();

    private Keyring(byte[] present, List<byte[]> former) {
        id = keep(present);
        former.forEach(this::keep);
    }

    private String keep(byte[] secret) {
        if (secret.length < LENGTH) {
            throw new IllegalArgumentException("A key of access needs at least 32 bytes, in base64");
        }
        var name = HexFormat.of().formatHex(sha256(derive(secret, "id")), 0, 6);
        secrets.putIfAbsent(name, secret.clone());
        return name;
    }

    /**
     * From configuration; without it from a file that is made at the first start, which suits one machine only.
     *
     * @param former in base64, with commas in between
     */
    static Keyring of(@Nullable String configured, String former, Path file) {
        var present =
                configured == null || configured.isBlank() ? KeyFile.kept(file, Keyring::fresh) : configured.strip();
        return new Keyring(
                Base64.getDecoder().decode(present),
                former.isBlank()
                        ? List.of()
                        : List.of(former.split(",", -1)).stream()
                                .map(each -> Base64.getDecoder().decode(each.strip()))
                                .toList());
    }

    /** Names the present secret without disclosing it; stands beside whatever was made with it. */
    public String id() {
        return id;
    }

    /** The ids of all secrets there are, the present one included. */
    public Set<String> ids() {
        return Set.copyOf(secrets.keySet());
    }

    /** The present key for one use. */
    public byte[] derive(String use) {
        return derive(use, id).orElseThrow();
    }

    /** The key for one use of the secret with this id; empty when the secret is not there. */
    public Optional<byte[]> derive(String use, String secret) {
        return Optional.ofNullable(secrets.get(secret)).map(found -> derive(found, use));
    }

    private static byte[] derive(byte[] secret, String use) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .thenExpand(("datakade/access/" + use).getBytes(StandardCharsets.UTF_8), LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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

    private static String fresh() {
        var fresh = new byte[LENGTH];
        new SecureRandom().nextBytes(fresh);
        return Base64.getEncoder().encodeToString(fresh);
    }
}
