package nl.datakade.ingest.receipt;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.datakade.ingest.delivery.Delivery;
import org.springframework.stereotype.Service;

/**
 * A receipt as a JSON Web Signature (RFC 7515, ES256): what of a delivery never changes, so that it may be signed anew
 * with a later key and says the same.
 */
@Service
class SignReceipt {

    private final Signatures signatures;

    SignReceipt(Signatures signatures) {
        this.signatures = signatures;
    }

    /** JSON Web Signature, compact. */
    String sign(Delivery delivery) {
        return signatures.sign("datakade-receipt+jws", delivery.id().toString(), statement(delivery));
    }

    private static Map<String, Object> statement(Delivery delivery) {
        var statement = new LinkedHashMap<String, Object>();
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
        if (delivery.corrects() != null) {
            statement.put("corrects", delivery.corrects().version());
            statement.put("correctionReason", delivery.corrects().reason());
        }
        statement.put("receivedAt", delivery.receivedAt().toString());
        return statement;
    }
}
