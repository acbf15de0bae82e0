package nl.datakade.access.policy;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.datakade.access.projection.Dataset;
import nl.datakade.access.projection.Datasets;
import nl.datakade.access.projection.Freshness;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The owner proposes that a column that looks like personal data is not, and withdraws that at once. */
@RestController
class ClearanceController {

    private static final String PATH = "/access/v1/datasets/{name}/clearances";

    private final Clearances clearances;
    private final Proposals proposals;
    private final ProposalViews views;
    private final Baselines baselines;
    private final Datasets datasets;
    private final Freshness freshness;

    ClearanceController(
            Clearances clearances,
            Proposals proposals,
            ProposalViews views,
            Baselines baselines,
            Datasets datasets,
            Freshness freshness) {
        this.clearances = clearances;
        this.proposals = proposals;
        this.views = views;
        this.baselines = baselines;
        this.datasets = datasets;
        this.freshness = freshness;
    }

    /** @param semanticType which of its meanings, where it has several; else what the version in use makes of it */
    record Body(
            @NotBlank String table,
            @NotNull Integer column,
            @Nullable @Size(max = 100) String semanticType,
            @NotBlank @Size(max = 1000) String reason) {}

    @Operation(summary = "Which columns were cleared and withdrawn, by whom and why")
    @GetMapping(PATH)
    @PreAuthorize("hasAnyRole('steward', 'owner', 'grantor', 'privacy', 'fg', 'admin')")
    List<Clearances.Entry> history(@PathVariable String name, Caller caller) {
        return clearances.history(AnsweredFor.dataset(name, datasets, caller).id());
    }

    /** For what it is recognised as now. What a later version makes of it has to be cleared again. */
    @Operation(summary = "Propose that a column is not what it looks like")
    @PostMapping(PATH)
    @PreAuthorize("hasRole('owner')")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<ProposalViews.View> clear(@PathVariable String name, @Valid @RequestBody Body body, Caller caller) {
        var dataset = owned(name, caller);
        var meaning = meaning(dataset, body)
                .orElseThrow(() -> new PolicyProblem.Invalid(
                        dataset.name(),
                        List.of(InvalidInput.body("column", "the id of a column that looks like personal data"))));
        var clearance = new Clearance(body.table(), body.column(), meaning, body.reason());
        return views.accepted(dataset, proposals.propose(dataset, clearance, caller.subject()), caller);
    }

    @Operation(summary = "Withdraw a clearance")
    @DeleteMapping(PATH + "/{table}/{column}")
    @PreAuthorize("hasRole('owner')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(
            @PathVariable String name,
            @PathVariable String table,
            @PathVariable int column,
            @RequestParam(required = false) @Size(max = 1000) @Nullable String reason,
            Caller caller) {
        if (!clearances.withdraw(owned(name, caller).id(), table, column, reason, caller.subject())) {
            throw new PolicyProblem.NotCleared(table, column);
        }
    }

    private Dataset owned(String name, Caller caller) {
        freshness.require();
        var dataset = datasets.visible(name, caller);
        if (!dataset.isHeldBy(Role.DATA_OWNER, caller)) {
            throw new PolicyProblem.NotYours(dataset.name());
        }
        return dataset;
    }

    /** First what the version in use makes of it, then what any version made of it. */
    private Optional<String> meaning(Dataset dataset, Body body) {
        var now = datasets.current(dataset.id()).stream()
                .flatMap(current -> current.score().columns().stream())
                .filter(ScoreState.Column::personal)
                .filter(found -> found.table().equals(body.table()) && found.columnId() == body.column())
                .map(ScoreState.Column::semanticType);
        var ever = baselines.recognised(dataset.id()).stream()
                .filter(Recognised::personal)
                .filter(found -> found.table().equals(body.table()) && found.column() == body.column())
                .map(Recognised::meaning);
        return Stream.concat(now, ever)
                .filter(meaning ->
                        body.semanticType() == null || body.semanticType().equals(meaning))
                .findFirst();
    }
}
