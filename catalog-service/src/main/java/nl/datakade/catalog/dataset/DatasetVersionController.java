package nl.datakade.catalog.dataset;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.datakade.catalog.version.DatasetVersion;
import nl.datakade.catalog.version.Versions;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState.NoScore;
import nl.datakade.contracts.quality.ScoreState.Verdict;
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

@Tag(name = "datasets")
@RestController
@PreAuthorize("isAuthenticated()")
class DatasetVersionController {

    @Schema(name = "DatasetVersion")
    record View(
            @Schema(example = "3") int version,

            @Schema(description = "0 until it was read for the first time")
            int reading,

            UUID deliveryId,
            String sha256,
            long size,
            @Schema(example = "text/csv") String mediaType,

            @Schema(description = "Left out while it is being read")
            VersionState.@Nullable Outcome outcome,

            @Schema(description = "Why there are no tables", example = "not-what-it-claims") @Nullable
            String reason,

            long rows,
            long rejectedRows,

            @Schema(description = "Left out until it was scored") @Nullable
            Verdict verdict,

            @Schema(example = "87.5", description = "0 to 100") @Nullable
            Double score,

            Map<String, Double> dimensions,
            @Schema(description = "Why it was held back") List<String> heldBackFor,
            List<TableView> tables,
            List<FindingView> findings,
            Instant landedAt,
            @Nullable Instant readAt,
            @Nullable Instant scoredAt,

            @Schema(
                    description =
                            "Why it has no score: it holds no table, or could not be read or measured; left out when it has one")
            @Nullable
            NoScore noScore,

            @Schema(description = "Whether a steward released it although it breaks rules")
            boolean releasedByException,

            @Schema(description = "The rules that it breaks and was released in spite of")
            List<String> exceptions,

            @Schema(description = "The version that it was sent to correct, and why")
            VersionState.@Nullable Correction corrects,

            @Schema(description = "The latest version that was sent to correct this one") @Nullable
            Integer correctedBy,

            @Schema(description = "When it was withdrawn, sent back or removed; outcome says which") @Nullable
            Instant endedAt,

            @Schema(description = "Why, in words") @Nullable String endedReason,
            Links links) {}

    @Schema(name = "DatasetTable")
    record TableView(String name, long rows, long rejectedRows, List<ColumnView> columns) {}

    @Schema(name = "DatasetTableColumn")
    record ColumnView(
            @Schema(description = "Stays the same when the column is renamed")
            int id,

            String name,
            String label,
            @Schema(example = "BIGINT") String type,
            @Nullable String evidence,

            @Schema(description = "What it means, if somebody wrote that") @Nullable
            String description) {}

    @Schema(name = "DatasetFinding", description = "What the reader has to say, in the language of who asks")
    record FindingView(
            @Schema(example = "column-renamed") String code,
            VersionState.Severity severity,
            @Nullable String table,
            @Nullable String column,
            @Nullable Long line,

            @Schema(
                    description =
                            "Of data that is not public, counts are rounded for those who do not work for its department or fill a role in it")
            String message) {

        static FindingView of(VersionState.Finding finding, String message) {
            return new FindingView(
                    finding.code(), finding.severity(), finding.table(), finding.column(), finding.line(), message);
        }
    }

    @Schema(name = "DatasetVersionLinks")
    record Links(String reading, String score, String profile) {}

    private final FindDataset find;
    private final Versions versions;
    private final FindingWords words;

    DatasetVersionController(FindDataset find, Versions versions, FindingWords words) {
        this.find = find;
        this.versions = versions;
        this.words = words;
    }

    @Operation(
            summary = "Versions of a dataset",
            description =
                    "Newest first: what landed, what was read from it, how good it is and whether it may be used.")
    @GetMapping(DatasetController.PATH + "/versions")
    Paged<View> versions(
            @PathVariable @Parameter(example = "fietstellingen") String name,
            @Parameter(description = "Only these; all when left out", example = "3")
                    @RequestParam(required = false, defaultValue = "")
                    Set<Integer> version,
            @Valid @ParameterObject Page page,
            Caller caller,
            Locale locale) {
        var dataset = find.byName(name, caller);
        var found = versions.of(dataset.id(), version, page);
        var exact = FindingWords.isExact(dataset, caller);
        return Paged.of(
                found.items().stream()
                        .map(it -> view(dataset, it, exact, locale))
                        .toList(),
                page,
                found.total());
    }

    private View view(Dataset dataset, DatasetVersion version, boolean exact, Locale locale) {
        var descriptions = dataset.registration().columns().stream()
                .collect(Collectors.toMap(
                        column -> List.of(column.table(), column.column()), ColumnDescription::description));
        return new View(
                version.version(),
                version.reading(),
                version.deliveryId(),
                version.sha256(),
                version.size(),
                version.mediaType(),
                version.outcome(),
                version.reason(),
                version.rows(),
                version.rejectedRows(),
                version.verdict(),
                version.score(),
                version.dimensions(),
                version.heldBackFor(),
                version.tables().stream()
                        .map(table -> view(table, descriptions))
                        .toList(),
                version.findings().stream()
                        .map(finding -> FindingView.of(finding, words.of(finding, exact, locale)))
                        .toList(),
                version.landedAt(),
                version.readAt(),
                version.scoredAt(),
                version.noScore(),
                version.releasedByException(),
                version.exceptions(),
                version.corrects(),
                version.correctedBy(),
                version.endedAt(),
                version.endedReason(),
                links(dataset.name(), version.version()));
    }

    private static TableView view(VersionState.Table table, Map<List<String>, String> descriptions) {
        return new TableView(
                table.name(),
                table.rows(),
                table.rejectedRows(),
                table.columns().stream()
                        .map(column -> new ColumnView(
                                column.id(),
                                column.name(),
                                column.label(),
                                column.type(),
                                column.evidence(),
                                descriptions.get(List.of(table.name(), column.name()))))
                        .toList());
    }

    private static Links links(String dataset, int version) {
        var path = "/v1/datasets/" + dataset + "/versions/" + version;
        return new Links("/ingest" + path, "/quality" + path + "/score", "/quality" + path + "/profile");
    }
}
