package nl.datakade.ingest.landing;

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
import nl.datakade.contracts.DatasetName;
import nl.datakade.ingest.delivery.Receipt;
import nl.datakade.platform.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Deliveries")
class LandingController {

    private final Landing landing;
    private final LandingProperties properties;

    LandingController(Landing landing, LandingProperties properties) {
        this.landing = landing;
        this.properties = properties;
    }

    @PostMapping("/ingest/v1/datasets/{name}/deliveries")
    @PreAuthorize("hasRole('department')")
    @Operation(
            summary = "Push a file",
            description = "Hands over a file of any kind for a dataset of your own department, or under a name that "
                    + "nobody has, which becomes your department's draft. The receipt is given when the bytes stand "
                    + "verified in storage; reading and scoring follow, see the receipt's link self.")
    @Parameter(
            name = "department",
            in = ParameterIn.QUERY,
            description = "Whose delivery it is, when you work for several and the name is new",
            schema = @Schema(type = "string"),
            example = "mobiliteit")
    @Parameter(
            name = "corrects",
            in = ParameterIn.QUERY,
            description = "The version of the dataset that this file corrects; asks a reason",
            schema = @Schema(type = "integer", minimum = "1"),
            example = "3")
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            description = "Why it is corrected, for everybody who sees the dataset; no personal data",
            schema = @Schema(type = "string", maxLength = 1000),
            example = "Telpunt F07 telde dubbel")
    @Parameter(
            name = "Content-Disposition",
            in = ParameterIn.HEADER,
            description = "The file's name (RFC 6266)",
            schema = @Schema(type = "string"),
            example = "attachment; filename=\"fietstellingen.csv\"")
    @Parameter(
            name = "Content-Digest",
            in = ParameterIn.HEADER,
            description = "SHA-256 of the body (RFC 9530); bytes with another one are refused",
            schema = @Schema(type = "string"),
            example = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key with the same content answers the first receipt again, for 24 hours",
            schema = @Schema(type = "string", maxLength = 200),
            example = "8e03978e-40d5-43dd-bc93-6894a57f9324")
    @RequestBody(
            required = true,
            description = "The file itself, or a form with exactly one file",
            content = {
                @Content(
                        mediaType = "*/*",
                        schema = @Schema(type = "string", format = "binary"),
                        examples = @ExampleObject(name = "csv", value = "telpunt;aantal\r\nF01;1204\r\n")),
                @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = Form.class))
            })
    @ApiResponse(responseCode = "201", description = "A new version; the receipt")
    @ApiResponse(
            responseCode = "200",
            description = "The same bytes as the latest accepted version, or a repeated request; that receipt",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Receipt.class)))
    ResponseEntity<Receipt> push(
            @Parameter(
                            schema = @Schema(type = "string", pattern = DatasetName.PATTERN, maxLength = 100),
                            example = "fietstellingen")
                    @PathVariable
                    String name,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        var outcome = landing.land(Push.of(name, request, properties), caller);
        var receipt = Receipt.of(outcome.delivery());
        return ResponseEntity.status(outcome.status())
                .location(URI.create(receipt.links().self()))
                .body(receipt);
    }

    @Schema(description = "A web form with a file")
    record Form(@Schema(type = "string", format = "binary") String file) {}
}
