package nl.datakade.access.readiness;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.datakade.access.activity.Activities;
import nl.datakade.access.activity.ActivityProblem;
import nl.datakade.access.projection.Datasets;
import nl.datakade.access.projection.Freshness;
import nl.datakade.contracts.catalog.Visibility;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReadinessController {

    private final Readiness readiness;
    private final ConditionWords words;
    private final Datasets datasets;
    private final Activities activities;
    private final Freshness freshness;

    ReadinessController(
            Readiness readiness, ConditionWords words, Datasets datasets, Activities activities, Freshness freshness) {
        this.readiness = readiness;
        this.words = words;
        this.datasets = datasets;
        this.activities = activities;
        this.freshness = freshness;
    }

    /**
     * What is met and what is missing.
     *
     * @param version that queries would read; null when none was released
     * @param releasedByException whether a steward released that version although it breaks rules
     * @param exceptions those rules, as kebab-case codes
     */
    record View(
            String dataset,
            boolean queryable,
            List<ConditionWords.View> conditions,
            @Nullable Integer version,
            boolean releasedByException,
            List<String> exceptions) {}

    /** For whoever asks; with a purpose, whether there is a grant for that very purpose. */
    @Operation(summary = "Whether you may query a dataset now, and what is missing")
    @GetMapping("/access/v1/datasets/{name}/readiness")
    @PreAuthorize("isAuthenticated()")
    View readiness(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String purpose,
            Caller caller,
            Locale locale) {
        freshness.require();
        var dataset = datasets.named(name, caller);
        var activity = purpose == null
                ? null
                : activities
                        .find(purpose)
                        .orElseThrow(() -> new ActivityProblem.PurposeUnusable(purpose))
                        .id();
        var assessment = readiness.of(dataset, caller.subject(), activity);
        var conditions = assessment.conditions();
        var current = Optional.ofNullable(assessment.current())
                .filter(_ -> dataset.visibilityTo(caller) == Visibility.VISIBLE);
        return new View(
                dataset.name(),
                conditions.stream().allMatch(Condition::met),
                Condition.shown(conditions, dataset.visibilityTo(caller)).stream()
                        .map(condition -> words.view(condition, locale))
                        .toList(),
                current.map(released -> released.version().version()).orElse(null),
                current.map(released -> released.score().releasedByException()).orElse(false),
                current.map(released -> released.score().exceptions()).orElse(List.of()));
    }
}
