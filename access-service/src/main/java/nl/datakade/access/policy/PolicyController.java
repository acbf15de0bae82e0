package nl.datakade.access.policy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import nl.datakade.access.policy.Policy.TablePolicy;
import nl.datakade.access.projection.Dataset;
import nl.datakade.access.projection.Datasets;
import nl.datakade.access.projection.Freshness;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.ingest.VersionState;
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

/** The owner or a steward decides what may be seen; what shows more of personal columns they propose. */
@RestController
class PolicyController {

    private static final String PATH = "/access/v1/datasets/{name}";

    private final Policies policies;
    private final SetPolicy setPolicy;
    private final PolicyCheck check;
    private final Baselines baselines;
    private final Clearances clearances;
    private final ProposalViews proposals;
    private final Datasets datasets;
    private final Freshness freshness;

    PolicyController(
            Policies policies,
            SetPolicy setPolicy,
            PolicyCheck check,
            Baselines baselines,
            Clearances clearances,
            ProposalViews proposals,
            Datasets datasets,
            Freshness freshness) {
        this.policies = policies;
        this.setPolicy = setPolicy;
        this.check = check;
        this.baselines = baselines;
        this.clearances = clearances;
        this.proposals = proposals;
        this.datasets = datasets;
        this.freshness = freshness;
    }

    /** @param reason for whoever has to approve it, and for later */
    record Body(
            @NotNull List<@Valid TablePolicy> tables,
            @Nullable @Size(max = 1000) String reason) {}

    record Suggested(List<TablePolicy> tables) {}

    record View(String dataset, long revision, List<TablePolicy> tables, List<Clearance> clearances) {}

    /**
     * A revision and how it came about.
     *
     * @param person who set or proposed it
     * @param proposal where the decisions of both persons stand; null when one person could decide it
     */
    record RevisionView(
            long revision,
            List<TablePolicy> tables,
            String person,
            Instant at,
            @Nullable String reason,
            @Nullable String proposal) {}

    @Operation(summary = "What of a dataset may be seen")
    @GetMapping(PATH + "/policy")
    @PreAuthorize("hasAnyRole('steward', 'owner', 'grantor', 'privacy', 'fg', 'admin')")
    ResponseEntity<View> policy(@PathVariable String name, Caller caller) {
        var dataset = AnsweredFor.dataset(name, datasets, caller);
        return answer(dataset, policies.of(dataset.id()));
    }

    @Operation(summary = "What was decided before, by whom and why")
    @GetMapping(PATH + "/policy/history")
    @PreAuthorize("hasAnyRole('steward', 'owner', 'grantor', 'privacy', 'fg', 'admin')")
    List<RevisionView> history(@PathVariable String name, Caller caller) {
        var dataset = AnsweredFor.dataset(name, datasets, caller);
        return policies.history(dataset.id()).stream()
                .map(revision -> new RevisionView(
                        revision.policy().revision(),
                        revision.policy().tables(),
                        revision.person(),
                        revision.at(),
                        revision.reason(),
                        revision.proposal() == null ? null : ProposalViews.path(dataset, revision.proposal())))
                .toList();
    }

    /** A policy to start from, by what was recognised in the columns. Nothing is in force until it is set. */
    @Operation(summary = "What the platform suggests to show, from what the columns hold")
    @GetMapping(PATH + "/policy/suggestion")
    @PreAuthorize("hasAnyRole('steward', 'owner', 'privacy', 'admin')")
    Suggested suggestion(@PathVariable String name, Caller caller) {
        var dataset = AnsweredFor.dataset(name, datasets, caller);
        var version = tables(dataset);
        if (!baselines.isScored(version)) {
            throw new PolicyProblem.NotScored(dataset.name(), version.version());
        }
        var cleared = clearances.of(dataset.id());
        var recognised = baselines.recognised(dataset.id()).stream()
                .filter(meaning -> cleared.stream().noneMatch(clearance -> clearance.covers(meaning)))
                .toList();
        return new Suggested(Suggestion.of(version.tables(), recognised, dataset.holdsPersonalData()));
    }

    /**
     * A policy that is there already is only replaced by who has seen it: If-Match has to name its revision. One that
     * shows more of a personal column is answered with 202 and the place of the proposal.
     */
    @Operation(summary = "Decide what of a dataset may be seen, or propose to show more")
    @ApiResponse(
            responseCode = "200",
            description = "In force",
            content = @Content(schema = @Schema(implementation = View.class)))
    @ApiResponse(
            responseCode = "202",
            description = "It shows more of personal columns: a proposal that data owner and privacy officer decide",
            content = @Content(schema = @Schema(implementation = ProposalViews.View.class)))
    @PutMapping(PATH + "/policy")
    @PreAuthorize("hasAnyRole('steward', 'owner')")
    ResponseEntity<?> set(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Body body,
            Caller caller) {
        freshness.require();
        var dataset = datasets.visible(name, caller);
        require(dataset.isHeldBy(Role.DATA_OWNER, caller) || dataset.isHeldBy(Role.DATA_STEWARD, caller), dataset);
        var version = tables(dataset);
        var problems = check.problems(body.tables(), version, baselines.of(dataset, version), caller.subject());
        if (!problems.isEmpty()) {
            throw new PolicyProblem.Invalid(dataset.name(), problems);
        }
        return switch (setPolicy.set(dataset, version, body.tables(), body.reason(), ifMatch, caller.subject())) {
            case SetPolicy.Outcome.InForce set -> answer(dataset, set.policy());
            case SetPolicy.Outcome.Proposed proposed -> proposals.accepted(dataset, proposed.proposal(), caller);
        };
    }

    private VersionState tables(Dataset dataset) {
        return datasets.latest(dataset.id()).orElseThrow(() -> new PolicyProblem.NoTables(dataset.name()));
    }

    private ResponseEntity<View> answer(Dataset dataset, Policy policy) {
        return ResponseEntity.ok()
                .eTag(policy.tag())
                .body(new View(dataset.name(), policy.revision(), policy.tables(), clearances.of(dataset.id())));
    }

    private static void require(boolean allowed, Dataset dataset) {
        if (!allowed) {
            throw new PolicyProblem.NotYours(dataset.name());
        }
    }
}
