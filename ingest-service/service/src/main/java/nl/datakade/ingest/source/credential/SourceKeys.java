package nl.datakade.ingest.source.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.datakade.platform.key.KeyFile;
import org.springframework.stereotype.Component;

/** The keys for credentials, known by their thumbprints (RFC 7638). */
@Component
class SourceKeys {

    private static final int LENGTH = 32;

    private final List<OctetSequenceKey> keys;

    SourceKeys(CredentialProperties properties) {
        var given = properties.keys().stream().filter(key -> !key.isBlank()).toList();
        this.keys = (given.isEmpty() ? List.of(KeyFile.kept(properties.keysFile(), SourceKeys::generated)) : given)
                .stream().map(SourceKeys::parse).toList();
    }

    /** The one that encrypts now. */
    OctetSequenceKey current() {
        return keys.getFirst();
    }

    Optional<OctetSequenceKey> find(String id) {
        return keys.stream().filter(key -> key.getKeyID().equals(id)).findFirst();
    }

    private static OctetSequenceKey parse(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == LENGTH) {
                return new OctetSequenceKey.Builder(bytes).keyIDFromThumbprint().build();
            }
        } catch (IllegalArgumentException | JOSEException notAKey) {
            // said below; the cause would tell the key
        }
        throw new IllegalStateException("datakade.source.keys: each key must be 32 bytes in base64");
    }

    private static String generated() {
        var bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
