package nl.datakade.catalog.dataset;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposals; who may decide which stands at {@link DecideProposal}. */
@Tag(name = "proposals", description = "Changes that other persons decide")
@RestController
@PreAuthorize("isAuthenticated()")
class ProposalController {

    private static final Set<String> OVERSEERS = Set.of("privacy", "fg", "admin");

    /** As what somebody decides. */
    enum As {
        DATA_OWNER,
        PRIVACY_OFFICER
    }

    @Schema(name = "DatasetProposalVote")
    record Decision(
            @Schema(description = "An administrator decides about another owner as DATA_OWNER") @NotNull
            As as,

            @Schema(example = "true") @NotNull Boolean approve,

            @Schema(example = "No personal data is left in it.") @NotBlank @Size(max = 1000)
            String reason) {}

    private final FindDataset find;
    private final Datasets datasets;
    private final Proposals proposals;
    private final DecideProposal decide;
    private final DatasetHistory history;
    private final ProposalViews views;

    ProposalController(
            FindDataset find,
            Datasets datasets,
            Proposals proposals,
            DecideProposal decide,
            DatasetHistory history,
            ProposalViews views) {
        this.find = find;
        this.datasets = datasets;
        this.proposals = proposals;
        this.decide = decide;
        this.history = history;
        this.views = views;
    }

    @Operation(summary = "Proposals that wait for the caller", description = """
                    What the caller can decide now: as data owner of the dataset, as privacy officer, or as administrator \
                    about another owner. Newest first.""")
    @GetMapping("/catalog/v1/proposals")
    Paged<ProposalViews.View> waiting(
            @RequestParam @Pattern(regexp = "me") @Parameter(description = "me", example = "me") String waitingFor,
            @Valid @ParameterObject Page page,
            Caller caller) {
        var found = proposals.waitingFor(caller, page);
        var theirs =
                datasets
                        .findByIdIn(
                                found.items().stream().map(Proposal::datasetId).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Dataset::id, Function.identity()));
        return Paged.of(views.of(found.items(), theirs, caller), page, found.total());
    }

    @Operation(
            summary = "Proposals of a dataset",
            description = "Newest first, decided ones too. For those who answer for the dataset, privacy officers, the"
                    + " data protection officer and administrators.")
    @GetMapping("/catalog/v1/datasets/{name}/proposals")
    Paged<ProposalViews.View> ofDataset(
            @PathVariable String name,
            @RequestParam(required = false) Proposal.@Nullable Status status,
            @Valid @ParameterObject Page page,
            Caller caller) {
        var dataset = readable(name, caller);
        var found = proposals.ofDataset(dataset.id(), status == null ? null : status.name(), page);
        return Paged.of(views.of(found.items(), Map.of(dataset.id(), dataset), caller), page, found.total());
    }

    @Operation(summary = "A proposal")
    @GetMapping("/catalog/v1/datasets/{name}/proposals/{id}")
    ProposalViews.View get(@PathVariable String name, @PathVariable UUID id, Caller caller) {
        var dataset = readable(name, caller);
        return views.of(proposals.find(dataset.id(), id).orElseThrow(ProposalProblem.Unknown::new), dataset, caller);
    }

    @Operation(summary = "Decide a proposal", description = """
                    A lower classification and publication take the data owner and a privacy officer, two different \
                    persons; another owner takes the present one or an administrator, and nobody who gets a role by it. \
                    With the last approval it takes effect; with one refusal it is rejected.""")
    @ApiResponse(responseCode = "200", description = "The decision is taken in")
    @ApiResponse(responseCode = "409", description = "It is closed, or somebody decided in this role before")
    @PostMapping("/catalog/v1/datasets/{name}/proposals/{id}/decisions")
    ProposalViews.View decide(
            @PathVariable String name, @PathVariable UUID id, @Valid @RequestBody Decision decision, Caller caller) {
        var dataset = find.byName(name, caller);
        var vote = new DecideProposal.Vote(
                Role.valueOf(decision.as().name()),
                decision.approve(),
                decision.reason().strip(),
                caller);
        return views.of(decide.decide(dataset.id(), id, vote), dataset, caller);
    }

    @Operation(
            summary = "History of a dataset",
            description = "Every change of its classification, department and roles, newest first: who, when, why.")
    @GetMapping("/catalog/v1/datasets/{name}/history")
    Paged<ProposalViews.Change> history(@PathVariable String name, @Valid @ParameterObject Page page, Caller caller) {
        var found = history.of(readable(name, caller).id(), page);
        return Paged.of(views.history(found.items()), page, found.total());
    }

    private Dataset readable(String name, Caller caller) {
        var dataset = find.byName(name, caller);
        var said = dataset.registration();
        if (caller.roles().stream().noneMatch(OVERSEERS::contains)
                && !said.people().contains(caller.subject())
                && Duty.of(caller, said.department(), said.roles()).isEmpty()) {
            throw new DatasetProblem.NotYours(said.department());
        }
        return dataset;
    }
}
