package nl.datakade.ingest.version;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import nl.datakade.ingest.dataset.VisibleDatasets;
import nl.datakade.ingest.delivery.Deliveries;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.ingest.delivery.Receipt;
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
@Tag(name = "Versions")
class VersionListController {

    private final VisibleDatasets datasets;
    private final Deliveries deliveries;

    VersionListController(VisibleDatasets datasets, Deliveries deliveries) {
        this.datasets = datasets;
        this.deliveries = deliveries;
    }

    @GetMapping("/ingest/v1/datasets/{name}/versions")
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "Versions of a dataset, newest first",
            description = "With what each corrects, and how those ended that were withdrawn, sent back or removed. For"
                    + " its department, those with a role on it, and those who watch over the platform.")
    Paged<Receipt> versions(
            @PathVariable String name,
            @RequestParam(required = false) Delivery.@Nullable State state,
            @Valid @ParameterObject Page page,
            Caller caller) {
        var dataset = datasets.ofParticipant(name, caller).orElseThrow(EndingProblem.Unknown::new);
        var found = deliveries.list(new Deliveries.Filter(dataset.name(), null, state, null, null), page);
        return Paged.of(found.items().stream().map(Receipt::of).toList(), page, found.total());
    }
}
