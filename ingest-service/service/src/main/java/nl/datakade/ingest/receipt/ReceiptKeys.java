package nl.datakade.ingest.receipt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.util.Map;
import nl.datakade.platform.key.KeyFile;
import org.springframework.stereotype.Component;

/** The platform's keys for receipts; the ids are their thumbprints (RFC 7638) unless the set names others. */
@Component
class ReceiptKeys {

    private final JWKSet keys;

    ReceiptKeys(ReceiptProperties properties) {
        this.keys = parse(
                properties.keys().isBlank()
                        ? KeyFile.kept(properties.keysFile(), ReceiptKeys::generated)
                        : properties.keys());
        signing();
    }

    private static JWKSet parse(String json) {
        try {
            return JWKSet.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("datakade.receipt.keys is no JSON Web Key Set"); // the cause holds keys
        }
    }

    private static String generated() {
        try {
            var key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
            return new JWKSet(key).toString(false);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key that signs now. */
    ECKey signing() {
        if (keys.isEmpty()
                || !(keys.getKeys().getFirst() instanceof ECKey key)
                || !key.isPrivate()
                || !Curve.P_256.equals(key.getCurve())
                || key.getKeyID() == null) {
            throw new IllegalStateException(
                    "datakade.receipt.keys: the first key must be a private EC key on P-256 with a kid");
        }
        return key;
    }

    /** What verifies, for everybody. */
    Map<String, Object> published() {
        return keys.toPublicJWKSet().toJSONObject();
    }
}
