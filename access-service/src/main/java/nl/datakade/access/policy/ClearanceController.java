package nl.datakade.access.policy;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.datakade.access.projection.Dataset;
import nl.datakade.access.projection.Datasets;
import nl.datakade.access.projection.Freshness;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The owner says of a column that it looks like personal data and is not, and takes that back. */
@RestController
class ClearanceController {

    private static final String PATH = "/access/v1/datasets/{name}/clearances";

    private final Policies policies;
    private final Datasets datasets;
    private final Freshness freshness;

    ClearanceController(Policies policies, Datasets datasets, Freshness freshness) {
        this.policies = policies;
        this.datasets = datasets;
        this.freshness = freshness;
    }

    record Body(
            @NotBlank String table,
            @NotNull Integer column,
            @NotBlank @Size(max = 1000) String reason) {}

    /** Clears a column of what it is recognised as now. What a later version makes of it has to be cleared anew. */
    @Operation(summary = "Say that a column is not what it looks like")
    @PostMapping(PATH)
    @PreAuthorize("hasRole('owner')")
    @ResponseStatus(HttpStatus.CREATED)
    Policies.Clearance clear(@PathVariable String name, @Valid @RequestBody Body body, Caller caller) {
        var dataset = owned(name, caller);
        var recognised = recognised(dataset).stream()
                .filter(found ->
                        found.personal() && found.table().equals(body.table()) && found.columnId() == body.column())
                .findFirst()
                .orElseThrow(() -> new PolicyProblem.Invalid(
                        dataset.name(),
                        List.of(InvalidInput.body("column", "the id of a column that looks like personal data"))));
        var clearance = new Policies.Clearance(body.table(), body.column(), recognised.semanticType(), body.reason());
        policies.clear(dataset.id(), clearance, caller.subject());
        return clearance;
    }

    @Operation(summary = "Take a clearance back")
    @DeleteMapping(PATH + "/{table}/{column}")
    @PreAuthorize("hasRole('owner')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unclear(@PathVariable String name, @PathVariable String table, @PathVariable int column, Caller caller) {
        if (!policies.unclear(owned(name, caller).id(), table, column, caller.subject())) {
            throw new PolicyProblem.NotCleared(table, column);
        }
    }

    private Dataset owned(String name, Caller caller) {
        freshness.require();
        var dataset = datasets.named(name, caller);
        if (!dataset.has(Role.DATA_OWNER, caller.subject())) {
            throw new PolicyProblem.NotYours(dataset.name());
        }
        return dataset;
    }

    /** In the version that is in use; before there is one, in the last that has tables. */
    private List<ScoreState.Column> recognised(Dataset dataset) {
        return datasets.current(dataset.id())
                .map(current -> current.score().columns())
                .or(() -> datasets.latest(dataset.id())
                        .flatMap(latest -> datasets.score(dataset.id(), latest.version()))
                        .map(ScoreState::columns))
                .orElse(List.of());
    }
}
