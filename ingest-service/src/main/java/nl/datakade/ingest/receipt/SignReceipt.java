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
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.platform.city.City;
import org.springframework.stereotype.Service;

/**
 * A receipt as a JSON Web Signature (RFC 7515, ES256): what of a delivery never changes, so that it may be signed anew
 * with a later key and says the same.
 */
@Service
class SignReceipt {

    private static final JOSEObjectType TYPE = new JOSEObjectType("datakade-receipt+jws");

    private final ReceiptKeys keys;
    private final City city;
    private final Clock clock;

    SignReceipt(ReceiptKeys keys, City city, Clock clock) {
        this.keys = keys;
        this.city = city;
        this.clock = clock;
    }

    JWSObject sign(Delivery delivery) {
        var key = keys.signing();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(key.getKeyID())
                .type(TYPE)
                .build();
        var signed = new JWSObject(header, new Payload(statement(delivery)));
        try {
            signed.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return signed;
    }

    private Map<String, Object> statement(Delivery delivery) {
        var statement = new LinkedHashMap<String, Object>();
        statement.put("iss", city.baseUri().toString());
        statement.put("iat", clock.instant().getEpochSecond());
        statement.put("sub", delivery.id().toString());
        statement.put("deliveryId", delivery.id().toString());
        statement.put("datasetId", delivery.datasetId().toString());
        statement.put("dataset", delivery.dataset());
        statement.put("department", delivery.department());
        statement.put("version", delivery.version());
        statement.put("size", delivery.size());
        statement.put("sha256", delivery.sha256());
        statement.put("mediaType", delivery.mediaType());
        if (delivery.fileName() != null) {
            statement.put("fileName", delivery.fileName());
        }
        statement.put("receivedAt", delivery.receivedAt().toString());
        return statement;
    }
}
