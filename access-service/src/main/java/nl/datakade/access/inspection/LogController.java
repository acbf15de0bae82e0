package nl.datakade.access.inspection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.datakade.access.disclosure.CheckpointKeys;
import nl.datakade.access.disclosure.Checkpoints;
import nl.datakade.access.disclosure.Disclosed;
import nl.datakade.access.disclosure.DisclosureLog;
import nl.datakade.access.disclosure.LogCheck;
import nl.datakade.access.disclosure.LogCheck.Noted;
import nl.datakade.access.disclosure.LogExport;
import nl.datakade.access.disclosure.LogUnavailable;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log as a whole: whether it is whole, a copy to check elsewhere, and what everybody needs to check one. */
@RestController
class LogController {

    private static final String PATH = "/access/v1/disclosures";
    private static final String LINES = "application/x-ndjson";

    private final LogCheck check;
    private final Checkpoints checkpoints;
    private final CheckpointKeys keys;
    private final LogExport export;
    private final DisclosureLog log;

    LogController(LogCheck check, Checkpoints checkpoints, CheckpointKeys keys, LogExport export, DisclosureLog log) {
        this.check = check;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.export = export;
        this.log = log;
    }

    /**
     * A checkpoint as it was published.
     *
     * @param checkpoint the signed text, a JSON Web Signature in compact form
     */
    record Published(long sequence, String hash, Instant at, String key, String checkpoint) {}

    /**
     * Whether the log is whole: every record linked to the one before, and sealed with a key of the service.
     *
     * @param expected what an earlier verification reported, or a signed checkpoint that somebody kept: whether the log still
     *     holds it shows whether the newest records were cut off
     */
    @Operation(summary = "Whether the log is whole")
    @GetMapping(PATH + "/verification")
    @PreAuthorize("hasAnyRole('privacy', 'fg', 'admin')")
    LogCheck.Verification verification(
            @RequestParam(required = false)
                    @Pattern(regexp = "\\d{1,18}:[0-9a-f]{64}|[A-Za-z0-9_-]{1,600}(\\.[A-Za-z0-9_-]{1,4000}){2}")
                    @Nullable
                    String expected) {
        return check.verify(
                expected == null ? null : noted(expected),
                checkpoints
                        .newest()
                        .map(found -> new Noted(found.sequence(), found.hash()))
                        .orElse(null));
    }

    private Noted noted(String expected) {
        int colon = expected.indexOf(':');
        if (colon >= 0) {
            return new Noted(Long.parseLong(expected.substring(0, colon)), expected.substring(colon + 1));
        }
        return keys.verified(expected)
                .map(found -> new Noted(found.sequence(), found.hash()))
                .orElseThrow(InspectionProblem.NotACheckpoint::new);
    }

    /** That somebody takes a copy is the last record of that copy, unless it is cut to fewer. */
    @Operation(
            summary = "The log, to be verified elsewhere",
            description =
                    "Lines of JSON: a first line that says which records follow, the records, and a last line with"
                            + " a signed checkpoint; without its last line an export is not whole. Texts that people wrote and"
                            + " statements are encrypted in it. Verify it with ./datakade verify log.")
    @GetMapping(path = PATH + "/export", produces = LINES)
    @PreAuthorize("hasAnyRole('fg', 'admin')")
    void export(
            @RequestParam(defaultValue = "1") @Min(1) @Max(Integer.MAX_VALUE) long from,
            @RequestParam(defaultValue = "1000000") @Min(1) @Max(1_000_000) long limit,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        try {
            log.exported(caller.subject(), new Disclosed.Export(from, limit));
        } catch (DataAccessException | TransactionException e) {
            throw new LogUnavailable(e);
        }
        response.setContentType(LINES);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"disclosures.ndjson\"");
        export.write(from, limit, response.getOutputStream());
    }

    /** Whoever keeps these from time to time can tell later whether records were cut off. */
    @Operation(summary = "The newest signed checkpoint of the log", description = "For everybody, to keep elsewhere.")
    @GetMapping(PATH + "/checkpoints/newest")
    @PreAuthorize("permitAll()")
    @SecurityRequirements
    Published newest() {
        return checkpoints
                .newest()
                .map(found -> new Published(found.sequence(), found.hash(), found.at(), found.key(), found.compact()))
                .orElseThrow(InspectionProblem.NoCheckpoint::new);
    }

    @Operation(
            summary = "The keys that verify the log",
            description =
                    "A JSON Web Key Set (RFC 7517) with the public keys that sign checkpoints, for everybody; beside"
                            + " it whose log it is, and the ids of the keys that sealed records.")
    @GetMapping(PATH + "/keys")
    @PreAuthorize("permitAll()")
    @SecurityRequirements
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(keys.published());
    }
}
