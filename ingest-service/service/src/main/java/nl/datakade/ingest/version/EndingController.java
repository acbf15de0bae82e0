package nl.datakade.ingest.version;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import nl.datakade.ingest.delivery.Receipt;
import nl.datakade.platform.security.Caller;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ends versions, for good. */
@RestController
@RequestMapping("/ingest/v1/datasets/{name}/versions/{version}")
@Tag(name = "Versions")
@PreAuthorize("isAuthenticated()")
class EndingController {

    private final VersionEnds ends;

    EndingController(VersionEnds ends) {
        this.ends = ends;
    }

    @Schema(name = "Withdrawal")
    record Withdrawal(
            @Schema(description = "Why it holds no more; no personal data", example = "Telpunt F07 telde dubbel")
            @NotBlank
            @Size(min = 10, max = 2000)
            String reason) {}

    @Schema(name = "Rejection")
    record Rejection(
            @Schema(
                    description = "What the department is to do; no personal data",
                    example = "Kolom snelheid ontbreekt; graag de volledige export")
            @NotBlank
            @Size(min = 10, max = 2000)
            String message) {}

    @PostMapping("/withdrawal")
    @Operation(
            summary = "Withdraw a version",
            description = "It can be queried no more, and the last good version before it is the current one again. For"
                    + " good: who wants it back pushes it anew. Its bytes are kept as long as the rule for the dataset"
                    + " says. For its department, steward and owner, the privacy officer and the FG.")
    @ApiResponse(responseCode = "200", description = "It is withdrawn, now or before")
    @ApiResponse(responseCode = "409", description = "It was sent back or removed already, or shows observations")
    Receipt withdraw(
            @PathVariable String name,
            @PathVariable int version,
            @Valid @RequestBody Withdrawal withdrawal,
            Caller caller) {
        return Receipt.of(ends.withdraw(name, version, withdrawal.reason().strip(), caller));
    }

    @PostMapping("/rejections")
    @Operation(
            summary = "Send a version back to its department",
            description = "One that is held back or could not be read, with a message that the department sees at its"
                    + " delivery. For good; the last good version stays in use. For the dataset's steward and owner.")
    @ApiResponse(responseCode = "200", description = "It is sent back, now or before")
    @ApiResponse(responseCode = "409", description = "It is neither held back nor failed, or shows observations")
    Receipt reject(
            @PathVariable String name,
            @PathVariable int version,
            @Valid @RequestBody Rejection rejection,
            Caller caller) {
        return Receipt.of(ends.reject(name, version, rejection.message().strip(), caller));
    }
}
