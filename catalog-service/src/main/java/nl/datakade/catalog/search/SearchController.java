package nl.datakade.catalog.search;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.datakade.catalog.search.DatasetSearch.Hit;
import nl.datakade.catalog.search.DatasetSearch.Order;
import nl.datakade.catalog.search.SearchFilter.Facet;
import nl.datakade.catalog.vocabulary.Theme;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState.Status;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Visibility;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState.NoScore;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "datasets")
@RestController
class SearchController {

    @Schema(name = "DatasetSearchResult")
    record View(
            List<Item> items,
            int page,
            int pageSize,

            @Schema(description = "How many there are on all pages together")
            long total,

            @Schema(
                    description =
                            "SIMILAR when no dataset has these words and those with something like them are shown")
            Matching matching,

            Facets facets) {}

    @Schema(name = "DatasetSearchItem")
    record Item(
            UUID id,
            @Schema(example = "fietstellingen") String name,

            @Schema(
                    allowableValues = {"VISIBLE", "NAMED_ONLY"},
                    description = "NAMED_ONLY when no more of the dataset is shown to you than its name")
            Visibility visibility,

            @Nullable String title,

            @Schema(description = "Its first 400 characters") @Nullable
            String description,

            Highlight highlight,
            String department,
            @Nullable String departmentName,
            Status status,
            List<String> themes,
            List<String> keywords,
            @Nullable Classification classification,

            @Schema(description = "The last version that was released") @Nullable
            Integer currentVersion,

            @Schema(description = "Of that version, 0 to 100") @Nullable
            Double score,

            @Schema(description = "Whether a steward released that version although it breaks rules")
            boolean releasedByException,

            @Schema(description = "The last version that landed, as long as none was released") @Nullable
            Newest newest,

            Instant updatedAt,
            Links links) {}

    @Schema(name = "DatasetNewestVersion")
    record Newest(
            @Schema(example = "1") int version,

            @Schema(description = "Left out while it is being read")
            VersionState.@Nullable Outcome outcome,

            @Schema(description = "Left out until it was scored") @Nullable
            Verdict verdict,

            @Schema(description = "0 to 100") @Nullable Double score,

            @Schema(description = "Why it has no score; left out when it has one, or was not scored yet") @Nullable
            NoScore noScore) {}

    @Schema(name = "DatasetHighlight", description = "HTML: escaped text with what was found in mark elements")
    record Highlight(
            @Schema(example = "<mark>Fietstellingen</mark>") String title,

            @Schema(description = "The part of the description in which it was found")
            String description) {}

    @Schema(name = "DatasetSearchLinks")
    record Links(
            @Schema(example = "/catalog/v1/datasets/fietstellingen")
            String self) {}

    @Schema(name = "DatasetFacets", description = "How many there would be with each value, by what else was chosen")
    record Facets(
            List<Count> department,
            List<Count> theme,
            List<Count> status,
            List<Count> confidentiality,
            List<Count> personalData) {}

    @Schema(name = "DatasetFacetCount")
    record Count(@Schema(example = "mobiliteit") String value, long count) {}

    private final DatasetSearch search;

    SearchController(DatasetSearch search) {
        this.search = search;
    }

    @Operation(summary = "Search datasets", description = """
                    Finds words in titles, names, keywords, descriptions and columns: by their Dutch stem, by their \
                    beginning and as parts of compound words; and if there is nothing, something that looks much like them.""")
    @GetMapping("/catalog/v1/datasets")
    @PreAuthorize("isAuthenticated()")
    View datasets(
            @RequestParam(defaultValue = "") @Size(max = 200) @Parameter(description = "Words", example = "fietsers")
                    String q,
            @RequestParam(defaultValue = "")
                    @Size(max = 100)
                    @Parameter(description = "Only these datasets, by their present names")
                    List<String> name,
            @RequestParam(defaultValue = "") @Parameter(description = "Slugs") List<String> department,
            @RequestParam(defaultValue = "") @Parameter(description = "EU data themes, by code or IRI")
                    List<String> theme,
            @RequestParam(defaultValue = "") List<Status> status,
            @RequestParam(defaultValue = "") List<Confidentiality> confidentiality,
            @RequestParam(defaultValue = "") List<PersonalData> personalData,
            @RequestParam(defaultValue = "relevance")
                    @Pattern(regexp = "relevance|title|updated|score")
                    @Parameter(description = "relevance, title, updated (newest first) or score (highest first)")
                    String sort,
            @Valid @ParameterObject Page page,
            Caller caller) {
        var filter = new SearchFilter(
                name, department, themes(theme), names(status), names(confidentiality), names(personalData));
        var result = search.find(SearchWords.of(q), filter, caller, Order.valueOf(sort.toUpperCase(Locale.ROOT)), page);
        return new View(
                result.hits().stream().map(SearchController::item).toList(),
                page.page(),
                page.pageSize(),
                result.total(),
                result.matching(),
                facets(result.facets()));
    }

    /** An unknown theme finds nothing. */
    private static List<String> themes(List<String> sent) {
        return sent.stream()
                .map(theme -> Theme.of(theme).map(Theme::iri).orElse(theme))
                .toList();
    }

    private static List<String> names(List<? extends Enum<?>> constants) {
        return constants.stream().<String>map(Enum::name).toList();
    }

    private static Item item(Hit hit) {
        return new Item(
                hit.id(),
                hit.name(),
                hit.visible() ? Visibility.VISIBLE : Visibility.NAMED_ONLY,
                hit.title(),
                hit.description(),
                new Highlight(hit.titleMarked(), hit.descriptionMarked()),
                hit.department(),
                hit.departmentName(),
                Status.valueOf(hit.status()),
                hit.themes(),
                hit.keywords(),
                hit.classification(),
                hit.currentVersion(),
                hit.score(),
                hit.releasedByException(),
                hit.newest(),
                hit.updatedAt(),
                new Links("/catalog/v1/datasets/" + hit.name()));
    }

    private static Facets facets(Map<Facet, Map<String, Long>> counts) {
        return new Facets(
                counts(counts, Facet.DEPARTMENT),
                counts(counts, Facet.THEME),
                counts(counts, Facet.STATUS),
                counts(counts, Facet.CONFIDENTIALITY),
                counts(counts, Facet.PERSONAL_DATA));
    }

    private static List<Count> counts(Map<Facet, Map<String, Long>> counts, Facet facet) {
        return counts.getOrDefault(facet, Map.of()).entrySet().stream()
                .map(count -> new Count(count.getKey(), count.getValue()))
                .toList();
    }
}
