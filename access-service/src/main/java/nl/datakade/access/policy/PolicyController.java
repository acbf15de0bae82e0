package nl.datakade.access.policy;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import nl.datakade.access.policy.Policy.TablePolicy;
import nl.datakade.access.projection.Dataset;
import nl.datakade.access.projection.Datasets;
import nl.datakade.access.projection.Freshness;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The owner or a steward decides what may be seen. */
@RestController
class PolicyController {

    private static final String PATH = "/access/v1/datasets/{name}";

    private final Policies policies;
    private final PolicyCheck check;
    private final Datasets datasets;
    private final Freshness freshness;

    PolicyController(Policies policies, PolicyCheck check, Datasets datasets, Freshness freshness) {
        this.policies = policies;
        this.check = check;
        this.datasets = datasets;
        this.freshness = freshness;
    }

    record Body(@NotNull List<@Valid TablePolicy> tables) {}

    record View(String dataset, long revision, List<TablePolicy> tables, List<Policies.Clearance> clearances) {}

    @Operation(summary = "What of a dataset may be seen")
    @GetMapping(PATH + "/policy")
    @PreAuthorize("hasAnyRole('steward', 'owner', 'grantor', 'privacy', 'fg', 'admin')")
    ResponseEntity<View> policy(@PathVariable String name, Caller caller) {
        var dataset = datasets.visible(name, caller);
        return answer(dataset, policies.of(dataset.id()));
    }

    /** A policy to start from, by what was recognised in the columns. Nothing is in force until it is set. */
    @Operation(summary = "What the platform would let be seen, from what the columns hold")
    @GetMapping(PATH + "/policy/proposal")
    @PreAuthorize("hasAnyRole('steward', 'owner', 'privacy', 'admin')")
    Body proposal(@PathVariable String name, Caller caller) {
        var dataset = datasets.visible(name, caller);
        var version = tables(dataset);
        var recognised = datasets.score(dataset.id(), version.version())
                .map(ScoreState::columns)
                .orElse(List.of());
        return new Body(Proposal.of(version.tables(), recognised, dataset.holdsPersonalData()));
    }

    /** A policy that is there already is only replaced by who has seen it: If-Match has to name its revision. */
    @Operation(summary = "Decide what of a dataset may be seen")
    @PutMapping(PATH + "/policy")
    @PreAuthorize("hasAnyRole('steward', 'owner')")
    ResponseEntity<View> set(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Body body,
            Caller caller) {
        freshness.require();
        var dataset = datasets.named(name, caller);
        require(dataset.hasAny(List.of(Role.DATA_OWNER, Role.DATA_STEWARD), caller.subject()), dataset);
        var problems = check.problems(body.tables(), tables(dataset));
        if (!problems.isEmpty()) {
            throw new PolicyProblem.Invalid(dataset.name(), problems);
        }
        return answer(dataset, policies.set(dataset.id(), body.tables(), ifMatch, caller.subject()));
    }

    private VersionState tables(Dataset dataset) {
        return datasets.latest(dataset.id()).orElseThrow(() -> new PolicyProblem.NoTables(dataset.name()));
    }

    private ResponseEntity<View> answer(Dataset dataset, Policy policy) {
        return ResponseEntity.ok()
                .eTag(policy.tag())
                .body(new View(dataset.name(), policy.revision(), policy.tables(), policies.clearances(dataset.id())));
    }

    private static void require(boolean allowed, Dataset dataset) {
        if (!allowed) {
            throw new PolicyProblem.NotYours(dataset.name());
        }
    }
}
