package nl.datakade.ingest.source.credential;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.source.pull.Credentials;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Encrypts credentials as JSON Web Encryption with AES-256-GCM. The header, which the tag covers, names the key and the
 * source: what was sealed for one source opens for no other.
 */
@Component
public class CredentialVault {

    private static final String SOURCE = "source";

    private final SourceKeys keys;
    private final JsonMapper json;

    CredentialVault(SourceKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    public String seal(UUID source, Credentials credentials) {
        var key = keys.current();
        var header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .keyID(key.getKeyID())
                .customParam(SOURCE, source.toString())
                .build();
        var sealed = new JWEObject(header, new Payload(json.writeValueAsBytes(credentials)));
        try {
            sealed.encrypt(new DirectEncrypter(key.toSecretKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return sealed.serialize();
    }

    /** Empty when its key is not here any more, or when it is not what was sealed for this source. */
    public Optional<Credentials> open(UUID source, String sealed) {
        try {
            var parsed = JWEObject.parse(sealed);
            var key = keys.find(String.valueOf(parsed.getHeader().getKeyID()));
            if (key.isEmpty() || !source.toString().equals(parsed.getHeader().getCustomParam(SOURCE))) {
                return Optional.empty();
            }
            parsed.decrypt(new DirectDecrypter(key.get().toSecretKey()));
            return Optional.of(json.readValue(parsed.getPayload().toBytes(), Credentials.class));
        } catch (ParseException | JOSEException tampered) {
            return Optional.empty();
        }
    }

    /** Whether the key that encrypts now has sealed it. */
    public boolean isCurrent(String sealed) {
        try {
            return keys.current()
                    .getKeyID()
                    .equals(JWEObject.parse(sealed).getHeader().getKeyID());
        } catch (ParseException e) {
            return false;
        }
    }
}
