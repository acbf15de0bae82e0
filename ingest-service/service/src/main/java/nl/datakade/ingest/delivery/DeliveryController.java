package nl.datakade.ingest.delivery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import nl.datakade.ingest.reason.Reasons;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Deliveries", description = "Files that departments handed over, and how far they came")
class DeliveryController {

    private final Deliveries deliveries;
    private final VisibleDeliveries visible;
    private final Reasons reasons;

    DeliveryController(Deliveries deliveries, VisibleDeliveries visible, Reasons reasons) {
        this.deliveries = deliveries;
        this.visible = visible;
        this.reasons = reasons;
    }

    @GetMapping("/ingest/v1/deliveries/{id}")
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "One delivery",
            description =
                    "For its department, those with a role on its dataset, and those who watch over the platform.")
    Receipt delivery(@PathVariable UUID id, Caller caller, Locale locale) {
        return receipt(visible.find(id, caller), locale);
    }

    @GetMapping("/ingest/v1/deliveries")
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "Deliveries that you may see, newest first")
    Paged<Receipt> list(
            @Parameter(description = "Name of a dataset", example = "fietstellingen")
                    @RequestParam(required = false)
                    @Nullable
                    String dataset,
            @Parameter(description = "Slug", example = "mobiliteit") @RequestParam(required = false) @Nullable
                    String department,
            @RequestParam(required = false) Delivery.@Nullable State state,
            @Parameter(description = "Received then or later", example = "2026-11-01T00:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from,
            @Parameter(description = "Received before then", example = "2026-12-01T00:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    Instant until,
            @Valid @ParameterObject Page page,
            Caller caller,
            Locale locale) {
        var filter = new Deliveries.Filter(dataset, department, state, from, until);
        var found = deliveries.visibleTo(caller, filter, page);
        return Paged.of(
                found.items().stream()
                        .map(delivery -> receipt(delivery, locale))
                        .toList(),
                page,
                found.total());
    }

    private Receipt receipt(Delivery delivery, Locale locale) {
        var why = reasons.of(
                delivery.reasons(), delivery.breaches(), delivery.tables().size(), locale);
        return Receipt.of(delivery, why.isEmpty() ? null : why);
    }
}
