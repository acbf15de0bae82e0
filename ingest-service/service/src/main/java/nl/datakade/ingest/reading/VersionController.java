package nl.datakade.ingest.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.ingest.dataset.Dataset;
import nl.datakade.ingest.dataset.VisibleDatasets;
import nl.datakade.ingest.delivery.Deliveries;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.ingest.disclosure.RawRows;
import nl.datakade.ingest.tombstone.Tombstones;
import nl.datakade.platform.object.ObjectStore;
import nl.datakade.platform.security.Caller;
import nl.datakade.table.Instructions;
import nl.datakade.table.Reading;
import nl.datakade.table.row.Finding;
import nl.datakade.table.row.LineAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Versions", description = "How the bytes of a version were read into tables")
class VersionController {

    private final VisibleDatasets datasets;
    private final Deliveries deliveries;
    private final Readings readings;
    private final Tombstones tombstones;
    private final ObjectStore objects;
    private final RawRows rawRows;

    VersionController(
            VisibleDatasets datasets,
            Deliveries deliveries,
            Readings readings,
            Tombstones tombstones,
            ObjectStore objects,
            RawRows rawRows) {
        this.datasets = datasets;
        this.deliveries = deliveries;
        this.readings = readings;
        this.tombstones = tombstones;
        this.objects = objects;
        this.rawRows = rawRows;
    }

    @GetMapping("/ingest/v1/datasets/{name}/versions/{version}")
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "How a version was read",
            description = "Encoding, delimiter, header line; tables with their columns, types and what speaks for "
                    + "them; findings; and rows in, out and rejected. 410 once it was removed, with what is left of it; or "
                    + "once the tables of a stream's version went, which later versions take the place of.")
    View version(@PathVariable String name, @PathVariable int version, Caller caller, Locale locale) {
        var dataset = datasets.ofParticipant(name, caller).orElseThrow(VersionProblem.Unknown::new);
        var delivery = delivery(dataset, version);
        return View.of(dataset, delivery, reading(delivery), locale);
    }

    @GetMapping(path = "/ingest/v1/datasets/{name}/versions/{version}/rejects", produces = "text/csv")
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "The rejected rows: where they stand in the file and what was expected there",
            description =
                    "For the clients of its department and those with a role on the dataset. CSV with table, line, "
                            + "column, reason, reden; the text of a row may be personal data, and does not come along. With "
                            + "raw=true and a purpose it does, in a last column raw, if access shows you every column of this "
                            + "version as it is for that purpose; that is recorded as a disclosure first, and when it cannot be "
                            + "the answer is 503.")
    ResponseEntity<InputStreamResource> rejects(
            @PathVariable String name,
            @PathVariable int version,
            @RequestParam(defaultValue = "false") boolean raw,
            @Parameter(description = "Slug of a processing activity; with raw", example = "overlast-onderzoek")
                    @RequestParam(required = false)
                    @Nullable
                    String purpose,
            Caller caller) {
        var dataset = datasets.named(name, caller).orElseThrow(VersionProblem.Unknown::new);
        var isSender = caller.is("department") && caller.worksFor(dataset.department());
        if (!isSender && !dataset.isHeldBy(caller)) {
            throw new AccessDeniedException("rejected rows are for sender and role holders");
        }
        var kept = reading(delivery(dataset, version));
        var rejects = kept.rejects();
        if (rejects == null) {
            throw new VersionProblem.NoRejects();
        }
        if (raw) {
            if (purpose == null || purpose.isBlank()) {
                throw new VersionProblem.PurposeMissing();
            }
            rawRows.discloseRejects(rows(dataset, version, kept), caller.subject(), purpose);
        }
        var content = objects.open(rejects);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%d-rejects.csv\"".formatted(name, version))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new InputStreamResource(raw ? content : new RejectsWithoutRaw(content)));
    }

    private static RawRows.Rows rows(Dataset dataset, int version, Readings.Kept kept) {
        var document = kept.document();
        var columns = document == null
                ? List.<String>of()
                : document.tables().stream()
                        .flatMap(table -> table.columns().stream().map(column -> table.name() + "." + column.name()))
                        .limit(RawRows.MOST_COLUMNS)
                        .toList();
        return new RawRows.Rows(dataset.id(), dataset.name(), version, kept.number(), columns);
    }

    private Delivery delivery(Dataset dataset, int version) {
        var delivery = deliveries.find(dataset.id(), version).orElseThrow(VersionProblem.Unknown::new);
        tombstones.requirePresent(delivery);
        return delivery;
    }

    private Readings.Kept reading(Delivery delivery) {
        var kept =
                readings.latest(delivery.datasetId(), delivery.version()).orElseThrow(VersionProblem.NotReadYet::new);
        if (kept.letGo()) {
            throw new VersionProblem.LetGo(delivery);
        }
        return kept;
    }

    /** A reading without the lowest and highest values of its columns, which may be personal. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String dataset,
            int version,
            int reading,
            Outcome outcome,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable String remedy,
            @Nullable String format,
            @Nullable String formatEvidence,
            Reading.@Nullable EncodingRead encoding,
            Reading.@Nullable DialectRead dialect,
            long rowsIn,
            long rows,
            long rejectedRows,
            List<Table> tables,
            List<Told> findings,

            @Schema(description = "What a steward had laid down when it was read") @Nullable
            Instructions laidDown,

            Instant readAt,
            Links links) {

        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Table(
                String name,
                String label,
                long rowsIn,
                long rows,
                long rejectedRows,
                List<Reading.Column> columns,

                @Schema(description = "What became of every line of a text file; absent in formats without lines")
                @Nullable
                LineAccount lines) {

            static Table of(Reading.Table table) {
                return new Table(
                        table.name(),
                        table.label(),
                        table.rowsIn(),
                        table.rows(),
                        table.rejectedRows(),
                        table.columns(),
                        table.lines());
            }
        }

        /** A finding in the language of who asks. */
        @Schema(name = "ReadingFinding")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Told(
                String code,
                Finding.Severity severity,
                @Nullable String table,
                @Nullable String column,
                @Nullable Long line,
                String message) {

            static Told of(Finding finding, Locale locale) {
                return new Told(
                        finding.code(),
                        finding.severity(),
                        finding.table(),
                        finding.column(),
                        finding.line(),
                        FindingTexts.text(finding, locale));
            }
        }

        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Links(
                String self,
                String reading,
                String readings,
                String delivery,
                @Nullable String rejects) {}

        static View of(Dataset dataset, Delivery delivery, Readings.Kept kept, Locale locale) {
            var self = "/ingest/v1/datasets/" + dataset.name() + "/versions/" + delivery.version();
            var links = new Links(
                    self,
                    self + "/reading",
                    self + "/readings",
                    "/ingest/v1/deliveries/" + delivery.id(),
                    kept.rejects() == null ? null : self + "/rejects");
            var document = kept.document();
            return document == null
                    ? untold(dataset, delivery, kept, links)
                    : told(dataset, delivery, kept, document, links, locale);
        }

        private static View told(
                Dataset dataset, Delivery delivery, Readings.Kept kept, Reading document, Links links, Locale locale) {
            return new View(
                    dataset.name(),
                    delivery.version(),
                    kept.number(),
                    kept.outcome(),
                    kept.reason(),
                    FindingTexts.detail(document, locale),
                    FindingTexts.remedy(document, locale),
                    document.format(),
                    document.formatEvidence(),
                    document.encoding(),
                    document.dialect(),
                    document.rowsIn(),
                    document.rows(),
                    document.rejectedRows(),
                    document.tables().stream().map(Table::of).toList(),
                    document.findings().stream()
                            .map(finding -> Told.of(finding, locale))
                            .toList(),
                    document.instructions(),
                    kept.readAt(),
                    links);
        }

        private static View untold(Dataset dataset, Delivery delivery, Readings.Kept kept, Links links) {
            return new View(
                    dataset.name(),
                    delivery.version(),
                    kept.number(),
                    kept.outcome(),
                    kept.reason(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    0,
                    0,
                    0,
                    List.of(),
                    List.of(),
                    null,
                    kept.readAt(),
                    links);
        }
    }
}
