package nl.datakade.ingest.observation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.DatasetName;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Observations", description = "What sensors observe, as it happens")
class ObservationController {

    private final TakeObservations take;
    private final StreamStatus status;
    private final Pressure pressure;
    private final ObservationProperties limits;

    ObservationController(TakeObservations take, StreamStatus status, Pressure pressure, ObservationProperties limits) {
        this.take = take;
        this.status = status;
        this.pressure = pressure;
        this.limits = limits;
    }

    @PostMapping("/ingest/v1/datasets/{name}/observations")
    @PreAuthorize("hasRole('department')")
    @Operation(
            summary = "Send observations",
            description = "Lines of JSON, an array, or SensorThings observations, singly or as a data array, for a "
                    + "dataset of your own department or under a name that nobody has. All are taken in or none. The "
                    + "answer is given when they are safe; a few seconds later they are in the dataset's current "
                    + "version. An observation with an id that was sent before is passed over.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key with the same observations has no second effect, for 24 hours",
            schema = @Schema(type = "string", maxLength = 200),
            example = "8e03978e-40d5-43dd-bc93-6894a57f9324")
    @RequestBody(
            required = true,
            description =
                    "One observation or many, one on each line; as application/json also in an array. Fields that "
                            + "are new become columns, others keep their kind",
            content =
                    @Content(
                            mediaType = "application/x-ndjson",
                            schema = @Schema(type = "string"),
                            examples = {
                                @ExampleObject(
                                        name = "lines",
                                        value =
                                                "{\"id\":\"F01-1\",\"telpunt\":\"F01\",\"tijd\":\"2026-11-23T10:15:00Z\","
                                                        + "\"aantal\":12}\n"),
                                @ExampleObject(
                                        name = "sensorthings",
                                        value = "{\"phenomenonTime\":\"2026-11-23T10:15:00Z\",\"result\":12,"
                                                + "\"Datastream\":{\"@iot.id\":\"F01\"}}\n")
                            }))
    @ApiResponse(responseCode = "202", description = "They are safe, and on their way into the dataset")
    ResponseEntity<Acknowledgement> observe(
            @Parameter(
                            schema = @Schema(type = "string", pattern = DatasetName.PATTERN, maxLength = 100),
                            example = "fietstellers")
                    @PathVariable
                    String name,
            @Parameter(
                            description = "Whose they are, when you work for several and the name is new",
                            example = "mobiliteit")
                    @RequestParam(required = false)
                    @Nullable
                    String department,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        try (var _ = pressure.enter(caller.subject())) {
            var report = Report.of(name, department, request, limits);
            var allowance = pressure.take(caller.subject(), report.list().size());
            var taken = take.take(report, caller);
            var body = Acknowledgement.of(taken, report.list().size());
            return ResponseEntity.accepted()
                    .location(URI.create(body.links().self()))
                    .headers(allowance::tell)
                    .body(body);
        }
    }

    @GetMapping("/ingest/v1/datasets/{name}/observations")
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "How far observations came",
            description = "How many have landed, in which version; and of one request, by the position in its "
                    + "acknowledgement, whether it has.")
    StreamView observations(
            @Parameter(example = "fietstellers") @PathVariable String name,
            @Parameter(description = "As an acknowledgement gave it", example = "3-120045")
                    @RequestParam(required = false)
                    @Nullable
                    String position,
            Caller caller) {
        return status.of(name, position, caller);
    }

    /** What a sender holds in hand. */
    record Acknowledgement(
            UUID datasetId,
            @Schema(example = "fietstellers") String dataset,
            @Schema(example = "mobiliteit") String department,
            @Schema(example = "500") int observations,

            @Schema(description = "To ask later whether they have landed", example = "3-120045")
            String position,

            Links links) {

        static Acknowledgement of(TakeObservations.Taken taken, int observations) {
            var dataset = taken.dataset();
            return new Acknowledgement(
                    dataset.datasetId(),
                    dataset.dataset(),
                    dataset.department(),
                    observations,
                    taken.position().toString(),
                    Links.of(dataset.dataset(), "?position=" + taken.position(), null));
        }
    }

    /** How far a stream came. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StreamView(
            UUID datasetId,
            @Schema(example = "fietstellers") String dataset,
            @Schema(example = "mobiliteit") String department,

            @Schema(description = "Landed since the beginning", example = "1200450")
            long observations,

            @Schema(description = "Passed over, for their ids had landed", example = "12")
            long duplicates,

            @Schema(description = "That shows the last ones", example = "214") @Nullable
            Integer version,

            @Schema(description = "What quality says of it") Delivery.@Nullable State state,
            @Nullable Instant landedAt,

            @Schema(description = "Whether the observations of the position asked for have landed") @Nullable
            Boolean landed,

            List<Column> columns,
            Links links) {}

    record Column(
            @Schema(example = "aantal") String name,
            @Schema(example = "DOUBLE") String type) {}

    /** Where to go on, as absolute paths. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Links(String self, String dataset, @Nullable String delivery) {

        static Links of(String dataset, String query, @Nullable UUID delivery) {
            return new Links(
                    "/ingest/v1/datasets/" + dataset + "/observations" + query,
                    "/catalog/v1/datasets/" + dataset,
                    delivery == null ? null : "/ingest/v1/deliveries/" + delivery);
        }
    }
}
