package nl.datakade.ingest.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import nl.datakade.ingest.dataset.VisibleDatasets;
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
class RetentionController {

    private final VisibleDatasets datasets;
    private final DueOfDataset dueOfDataset;

    RetentionController(VisibleDatasets datasets, DueOfDataset dueOfDataset) {
        this.datasets = datasets;
        this.dueOfDataset = dueOfDataset;
    }

    @GetMapping("/ingest/v1/datasets/{name}/retention")
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "How long the versions of a dataset are kept",
            description = "The rule in force, whose it is, and which versions go by it at the next look. For its"
                    + " department, those with a role on it, and those who watch over the platform.")
    View retention(@PathVariable String name, Caller caller) {
        var dataset = datasets.ofParticipant(name, caller).orElseThrow(DatasetUnknown::new);
        return dueOfDataset
                .of(dataset.id())
                .map(due -> View.of(dataset.name(), due))
                .orElseGet(() -> new View(dataset.name(), null, null, null, null, null, List.of(), List.of()));
    }

    static final class DatasetUnknown extends Problem {

        private static final long serialVersionUID = 1L;

        DatasetUnknown() {
            super(HttpStatus.NOT_FOUND, "dataset-unknown");
        }
    }

    @Schema(name = "RetentionView")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String dataset,

            @Schema(description = "Whose rule it is; left out where there is none, and everything is kept")
            RuleInForce.@Nullable Source source,

            @Schema(description = "So many released versions at most", example = "12") @Nullable
            Integer versions,

            @Schema(
                    description =
                            "Whether that number holds: not for a dataset fed by observations, which has a version"
                                    + " every few seconds; left out where the rule has no number")
            @Nullable
            Boolean versionsApply,

            @Schema(
                    description =
                            "For so long at most, from the landing; of a dataset fed by observations the rows that"
                                    + " its current version shows leave by then as well",
                    example = "P5Y")
            @Nullable
            String period,

            @Schema(description = "Whether the period holds for the current version too") @Nullable
            Boolean current,

            @Schema(
                    description =
                            "Versions that go at the next look; of a dataset fed by observations the oldest thousand",
                    example = "[1,2]")
            List<Integer> due,

            @Schema(description = "Versions that would go, were they not under a legal hold")
            List<Integer> held) {

        static View of(String dataset, DueOfDataset.Due due) {
            var rule = due.rule().rule();
            return new View(
                    dataset,
                    due.rule().source(),
                    rule.versions(),
                    rule.versions() == null ? null : !due.rule().stream(),
                    rule.period() == null ? null : rule.period().toString(),
                    rule.current(),
                    due.due(),
                    due.held());
        }
    }
}
