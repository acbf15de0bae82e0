package nl.datakade.ingest.receipt;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import nl.datakade.ingest.delivery.VisibleDeliveries;
import nl.datakade.platform.security.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Deliveries")
class ReceiptController {

    private static final String RECEIPT = "/ingest/v1/deliveries/{id}/receipt";
    private static final String COMPACT = "application/jose";

    private final VisibleDeliveries deliveries;
    private final SignReceipt sign;
    private final ReceiptKeys keys;

    ReceiptController(VisibleDeliveries deliveries, SignReceipt sign, ReceiptKeys keys) {
        this.deliveries = deliveries;
        this.sign = sign;
        this.keys = keys;
    }

    @GetMapping(path = RECEIPT, produces = COMPACT)
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "A delivery's signed receipt",
            description = "A JSON Web Signature (ES256) over what was received: dataset, version, size, SHA-256, when. "
                    + "Verify it with the keys at /receipt-keys, or with ./datakade verify, also offline.")
    ResponseEntity<String> receipt(@PathVariable UUID id, Caller caller) {
        return ResponseEntity.ok(sign.sign(deliveries.find(id, caller)));
    }

    @GetMapping("/ingest/v1/receipt-keys")
    @PreAuthorize("permitAll()")
    @SecurityRequirements
    @Operation(
            summary = "The keys that verify receipts",
            description = "A JSON Web Key Set (RFC 7517), for everybody: the present key and those before it.")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(keys.published());
    }
}
