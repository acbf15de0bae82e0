package nl.datakade.access.request;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.datakade.access.projection.Datasets;
import nl.datakade.access.projection.Freshness;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a person can ask of a dataset, before they ask it: a form that offers no more than this is never refused for it. */
@RestController
class RequestOptionController {

    private final RequestOptions options;
    private final Datasets datasets;
    private final Freshness freshness;

    RequestOptionController(RequestOptions options, Datasets datasets, Freshness freshness) {
        this.options = options;
        this.datasets = datasets;
        this.freshness = freshness;
    }

    record View(String dataset, List<Option> options) {}

    /**
     * One purpose.
     *
     * @param request the caller's own request that is still open, if there is one
     * @param latest last day that can be asked, when it can be asked
     * @param approvals who has to approve
     * @param refusal why the rules refuse it
     */
    record Option(
            UUID purpose,
            String slug,
            String name,
            RequestOptions.Standing standing,
            @Nullable UUID request,
            @Nullable LocalDate latest,
            Set<Approval> approvals,
            Decision.@Nullable Reason refusal) {}

    @Operation(summary = "For which purposes you can ask access to a dataset, until when, and how each stands")
    @GetMapping("/access/v1/datasets/{name}/request-options")
    @PreAuthorize("isAuthenticated()")
    View options(@PathVariable String name, Caller caller) {
        freshness.require();
        var dataset = datasets.named(name, caller);
        return new View(dataset.name(), options.of(dataset, caller.subject()));
    }
}
