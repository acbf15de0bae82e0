package nl.datakade.ingest.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import nl.datakade.ingest.dataset.Datasets;
import nl.datakade.ingest.dataset.VisibleDatasets;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Legal holds", description = "What must be kept, whatever the rules about keeping say")
@PreAuthorize("isAuthenticated()")
class LegalHoldController {

    private static final String HOLDS = "/ingest/v1/datasets/{name}/legal-holds";

    private final Datasets datasets;
    private final VisibleDatasets visible;
    private final PlaceHold placeHold;
    private final HoldObjects holdObjects;
    private final LegalHolds holds;

    LegalHoldController(
            Datasets datasets,
            VisibleDatasets visible,
            PlaceHold placeHold,
            HoldObjects holdObjects,
            LegalHolds holds) {
        this.datasets = datasets;
        this.visible = visible;
        this.placeHold = placeHold;
        this.holdObjects = holdObjects;
        this.holds = holds;
    }

    @Schema(name = "LegalHoldOrder")
    record Order(
            @Schema(description = "Left out for all versions, later ones too", example = "3") @Min(1) @Nullable
            Integer version,

            @Schema(example = "Bezwaarprocedure 2026-0117, bewaren tot uitspraak") @NotBlank @Size(min = 10, max = 2000)
            String reason) {}

    @Schema(name = "LegalHoldLifting")
    record Lifting(
            @Schema(example = "Uitspraak onherroepelijk op 1 maart 2027") @NotBlank @Size(min = 10, max = 2000)
            String reason) {}

    @Schema(name = "LegalHold")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID id,
            String dataset,

            @Schema(description = "Left out for all versions, later ones too") @Nullable
            Integer version,

            String reason,
            @Schema(description = "Keycloak subject") String placedBy,
            Instant placedAt,
            @Nullable String liftReason,
            @Nullable String liftedBy,
            @Nullable Instant liftedAt,

            @Schema(description = "Whether the object store refuses to remove the objects as well (S3 Object Lock)")
            boolean inStore,

            Links links) {

        static View of(LegalHold hold, String dataset) {
            var liftings = "/ingest/v1/legal-holds/" + hold.id() + "/liftings";
            return new View(
                    hold.id(),
                    dataset,
                    hold.version(),
                    hold.reason(),
                    hold.placedBy(),
                    hold.placedAt(),
                    hold.liftReason(),
                    hold.liftedBy(),
                    hold.liftedAt(),
                    hold.inStore(),
                    new Links(hold.liftedAt() == null ? liftings : null));
        }
    }

    @Schema(name = "LegalHoldLinks")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Links(@Nullable String liftings) {}

    @PostMapping(HOLDS)
    @Operation(
            summary = "Place a legal hold",
            description = "From now on no rule removes the dataset, or this version of it. For the dataset's owner, the"
                    + " privacy officer and the FG; the reason is kept for good.")
    @ApiResponse(responseCode = "201", description = "It is held")
    @ApiResponse(responseCode = "410", description = "The version was removed before")
    ResponseEntity<View> place(@PathVariable String name, @Valid @RequestBody Order order, Caller caller) {
        var id = placeHold.place(name, order.version(), order.reason().strip(), caller);
        holdObjects.placed(holds.find(id).orElseThrow());
        var hold = holds.find(id).orElseThrow();
        return ResponseEntity.created(URI.create(HOLDS.replace("{name}", name))).body(View.of(hold, name));
    }

    @GetMapping(HOLDS)
    @Operation(
            summary = "Legal holds on a dataset and its versions, newest first",
            description = "Lifted ones too. For its department, those with a role on it, and those who watch over the"
                    + " platform.")
    Paged<View> holds(@PathVariable String name, @Valid @ParameterObject Page page, Caller caller) {
        var dataset = visible.ofParticipant(name, caller).orElseThrow(HoldProblem.NoDataset::new);
        var all = holds.all(dataset.id());
        return Paged.of(
                all.stream()
                        .skip(page.offset())
                        .limit(page.pageSize())
                        .map(hold -> View.of(hold, dataset.name()))
                        .toList(),
                page,
                all.size());
    }

    @PostMapping("/ingest/v1/legal-holds/{id}/liftings")
    @Operation(
            summary = "Lift a legal hold",
            description = "The rules about keeping hold again, unless another hold covers the same. For the dataset's"
                    + " owner, the privacy officer and the FG; the reason is kept for good.")
    View lift(@PathVariable UUID id, @Valid @RequestBody Lifting lifting, Caller caller) {
        var hold = placeHold.lift(id, lifting.reason().strip(), caller);
        holdObjects.lifted(hold);
        return View.of(
                holds.find(id).orElseThrow(),
                datasets.find(hold.datasetId()).orElseThrow().name());
    }
}
