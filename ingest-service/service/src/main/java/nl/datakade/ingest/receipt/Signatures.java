package nl.datakade.ingest.receipt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.datakade.platform.city.City;
import org.springframework.stereotype.Component;

/** What the platform states with its signature: JSON Web Signatures (RFC 7515, ES256). */
@Component
public class Signatures {

    private final ReceiptKeys keys;
    private final City city;
    private final Clock clock;

    Signatures(ReceiptKeys keys, City city, Clock clock) {
        this.keys = keys;
        this.city = city;
        this.clock = clock;
    }

    /**
     * The statement in compact form, with who states it and when.
     *
     * @param type of the statement, with {@code +jws}
     * @param subject of what
     */
    public String sign(String type, String subject, Map<String, Object> statement) {
        var key = keys.signing();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(key.getKeyID())
                .type(new JOSEObjectType(type))
                .build();
        var stated = new LinkedHashMap<String, Object>();
        stated.put("iss", city.baseUri().toString());
        stated.put("iat", clock.instant().getEpochSecond());
        stated.put("sub", subject);
        stated.putAll(statement);
        var signed = new JWSObject(header, new Payload(stated));
        try {
            signed.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return signed.serialize();
    }
}
