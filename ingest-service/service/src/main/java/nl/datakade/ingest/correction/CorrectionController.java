package nl.datakade.ingest.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.ingest.reading.Readings;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import nl.datakade.table.Instructions;
import nl.datakade.table.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** How a version is read, to be corrected and repeated. */
@RestController
@RequestMapping("/ingest/v1/datasets/{name}/versions/{version}")
@Tag(name = "Versions", description = "How the bytes of a version were read into tables")
class CorrectionController {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final CorrectReading correctReading;
    private final Readings readings;

    CorrectionController(CorrectReading correctReading, Readings readings) {
        this.correctReading = correctReading;
        this.readings = readings;
    }

    @GetMapping("/reading")
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "How a version is read, to be corrected",
            description = "What is laid down about the files of the dataset stands at the top, and is what a PATCH"
                    + " changes; what the last reading made of this version stands under `read`.")
    @ApiResponse(
            responseCode = "200",
            headers =
                    @Header(
                            name = "ETag",
                            description = "Changes with every reading and every correction",
                            schema = @Schema(type = "string", example = "\"1-0\"")))
    ResponseEntity<View> reading(@PathVariable String name, @PathVariable int version, Caller caller) {
        var subject = correctReading.find(name, version, caller);
        return ResponseEntity.ok().eTag(subject.tag()).body(View.of(subject));
    }

    @PatchMapping(
            path = "/reading",
            consumes = {MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    @PreAuthorize("hasRole('steward')")
    @Operation(
            summary = "Correct how a version is read",
            description = "JSON Merge Patch (RFC 7396): what is named is laid down, null leaves it to the reader again."
                    + " The raw bytes are read again as the next reading of this version, and later versions of the"
                    + " dataset are read in the same way. For the dataset's steward; as long as it has none, for the"
                    + " stewards of its department. Asks If-Match.")
    @ApiResponse(responseCode = "200", description = "It was read in just this way already")
    @ApiResponse(responseCode = "202", description = "Laid down; the version waits to be read again")
    @ApiResponse(responseCode = "409", description = "It is being read")
    @ApiResponse(responseCode = "412", description = "Changed since it was fetched")
    @ApiResponse(responseCode = "428", description = "If-Match is lacking")
    ResponseEntity<View> correct(
            @PathVariable String name,
            @PathVariable int version,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
                    @Parameter(description = "ETag of what is corrected", example = "\"1-0\"")
                    @Nullable
                    String ifMatch,
            @RequestBody @Parameter(schema = @Schema(implementation = Instructions.class)) JsonNode patch,
            Caller caller) {
        var subject = correctReading.find(name, version, caller);
        var again = correctReading.correct(subject, patch, ifMatch, caller);
        return again
                ? accepted(subject, caller)
                : ResponseEntity.ok().eTag(subject.tag()).body(View.of(subject));
    }

    @PostMapping("/readings")
    @PreAuthorize("hasAnyRole('steward', 'admin')")
    @Operation(
            summary = "Have a version read again as it is",
            description =
                    "After a reader failed on it, or with a better one. For the dataset's steward and for who runs"
                            + " the platform.")
    @ApiResponse(responseCode = "202", description = "The version waits to be read again")
    @ApiResponse(responseCode = "409", description = "It is being read")
    ResponseEntity<View> readAgain(@PathVariable String name, @PathVariable int version, Caller caller) {
        var subject = correctReading.find(name, version, caller);
        correctReading.repeat(subject, caller);
        return accepted(subject, caller);
    }

    @GetMapping("/readings")
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "All readings of a version, newest first")
    Paged<Line> readings(
            @PathVariable String name,
            @PathVariable int version,
            @jakarta.validation.Valid @org.springdoc.core.annotations.ParameterObject Page page,
            Caller caller) {
        var subject = correctReading.find(name, version, caller);
        var all = readings.all(subject.dataset().id(), version);
        return Paged.of(
                all.stream()
                        .skip(page.offset())
                        .limit(page.pageSize())
                        .map(Line::of)
                        .toList(),
                page,
                all.size());
    }

    private ResponseEntity<View> accepted(Subject before, Caller caller) {
        correctReading.wake(before);
        var subject =
                correctReading.find(before.dataset().name(), before.delivery().version(), caller);
        return ResponseEntity.accepted()
                .location(URI.create(View.path(subject)))
                .eTag(subject.tag())
                .body(View.of(subject));
    }

    /** What is laid down, and what was read. */
    @Schema(name = "ReadingView")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String dataset,
            int version,
            Delivery.State state,

            @Schema(description = "Laid down by the steward; left out where the bytes decide") @Nullable
            String encoding,

            @Nullable String delimiter,
            @Nullable String quote,
            @Nullable Integer skippedLines,
            @Nullable Integer headerLines,
            @Nullable Boolean includeHidden,
            @Nullable Map<String, Instructions.Column> columns,

            @Schema(description = "Left out until the first reading") @Nullable
            Read read,

            Links links) {

        static View of(Subject subject) {
            var laidDown = subject.contract().instructions();
            var kept = subject.reading();
            return new View(
                    subject.dataset().name(),
                    subject.delivery().version(),
                    subject.delivery().state(),
                    laidDown.encoding(),
                    laidDown.delimiter(),
                    laidDown.quote(),
                    laidDown.skippedLines(),
                    laidDown.headerLines(),
                    laidDown.includeHidden(),
                    laidDown.columns(),
                    kept == null ? null : Read.of(kept),
                    new Links(path(subject) + "/reading", path(subject), path(subject) + "/readings"));
        }

        static String path(Subject subject) {
            return "/ingest/v1/datasets/" + subject.dataset().name() + "/versions/"
                    + subject.delivery().version();
        }
    }

    @Schema(name = "ReadingLinks")
    record Links(String self, String version, String readings) {}

    /** What the last reading made of the version. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Read(
            int reading,
            Reading.Outcome outcome,
            @Nullable String reason,
            @Nullable String format,
            Reading.@Nullable EncodingRead encoding,
            Reading.@Nullable DialectRead dialect,
            Map<String, List<ColumnRead>> tables,
            Instant readAt) {

        static Read of(Readings.Kept kept) {
            var document = kept.document();
            if (document == null) {
                return new Read(
                        kept.number(),
                        Reading.Outcome.valueOf(kept.outcome().name()),
                        kept.reason(),
                        null,
                        null,
                        null,
                        Map.of(),
                        kept.readAt());
            }
            var tables = new java.util.LinkedHashMap<String, List<ColumnRead>>();
            document.tables()
                    .forEach(table -> tables.put(
                            table.name(),
                            table.columns().stream().map(ColumnRead::of).toList()));
            return new Read(
                    kept.number(),
                    document.outcome(),
                    kept.reason(),
                    document.format(),
                    document.encoding(),
                    document.dialect(),
                    tables,
                    kept.readAt());
        }
    }

    /** A column as it was read; instructions know it by its key. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ColumnRead(
            String key, String name, String type, @Nullable String format, Map<String, Long> marks) {

        static ColumnRead of(Reading.Column column) {
            return new ColumnRead(
                    column.heading() == null ? column.name() : column.heading(),
                    column.name(),
                    column.type(),
                    column.format(),
                    column.marks());
        }
    }

    /** One reading in short, with what was laid down when it was made. */
    @Schema(name = "ReadingLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            int reading,
            Reading.Outcome outcome,
            @Nullable String reason,
            long rowsIn,
            long rows,
            long rejectedRows,
            @Nullable Instructions laidDown,
            Instant readAt) {

        static Line of(Readings.Kept kept) {
            var document = kept.document();
            return new Line(
                    kept.number(),
                    Reading.Outcome.valueOf(kept.outcome().name()),
                    kept.reason(),
                    document == null ? 0 : document.rowsIn(),
                    document == null ? 0 : document.rows(),
                    document == null ? 0 : document.rejectedRows(),
                    document == null ? null : document.instructions(),
                    kept.readAt());
        }
    }
}
