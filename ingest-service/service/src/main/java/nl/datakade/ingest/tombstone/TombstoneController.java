package nl.datakade.ingest.tombstone;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.ingest.VersionRemoved.Content;
import nl.datakade.ingest.dataset.VisibleDatasets;
import nl.datakade.ingest.delivery.Deliveries;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.platform.problem.Problem;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Versions")
class TombstoneController {

    private final VisibleDatasets datasets;
    private final Deliveries deliveries;
    private final Tombstones tombstones;

    TombstoneController(VisibleDatasets datasets, Deliveries deliveries, Tombstones tombstones) {
        this.datasets = datasets;
        this.deliveries = deliveries;
        this.tombstones = tombstones;
    }

    @GetMapping("/ingest/v1/datasets/{name}/versions/{version}/tombstone")
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "What is left of a version that was removed",
            description = "What it was, by which rule it went and when, and the same as a JSON Web Signature that the"
                    + " keys at /receipt-keys verify. For its department, those with a role on the dataset, and those who"
                    + " watch over the platform.")
    View tombstone(@PathVariable String name, @PathVariable int version, Caller caller) {
        var dataset = datasets.ofParticipant(name, caller).orElseThrow(NoTombstone::new);
        var delivery = deliveries.find(dataset.id(), version).orElseThrow(NoTombstone::new);
        return View.of(delivery, tombstones.find(delivery.id()).orElseThrow(NoTombstone::new));
    }

    static String path(Delivery delivery) {
        return "/ingest/v1/datasets/" + delivery.dataset() + "/versions/" + delivery.version() + "/tombstone";
    }

    static final class NoTombstone extends Problem {

        private static final long serialVersionUID = 1L;

        NoTombstone() {
            super(HttpStatus.NOT_FOUND, "no-tombstone");
        }
    }

    @Schema(name = "Tombstone")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String dataset,
            UUID datasetId,
            UUID deliveryId,
            int version,

            @Schema(description = "Whose rule, and its bounds", example = "dataset: versions=12")
            String rule,

            @Schema(
                    description = "How it had ended before, if it had",
                    example = "WITHDRAWN 2026-03-02T06:15:00Z Telpunt F07 telde dubbel")
            @Nullable
            String before,

            String sha256,
            long size,

            @Schema(description = "All there was, raw and tables; left out until it is counted") @Nullable
            Long objects,

            @Nullable Long bytes,
            List<Content> content,
            Instant receivedAt,
            Instant decidedAt,

            @Schema(description = "Left out while objects may be left") @Nullable
            Instant removedAt,

            @Schema(description = "JSON Web Signature, compact") @Nullable
            String proof) {

        static View of(Delivery delivery, Tombstone tombstone) {
            return new View(
                    delivery.dataset(),
                    delivery.datasetId(),
                    delivery.id(),
                    delivery.version(),
                    tombstone.rule(),
                    tombstone.before(),
                    delivery.sha256(),
                    delivery.size(),
                    tombstone.objects(),
                    tombstone.bytes(),
                    tombstone.content(),
                    delivery.receivedAt(),
                    tombstone.decidedAt(),
                    tombstone.removedAt(),
                    tombstone.proof());
        }
    }
}
