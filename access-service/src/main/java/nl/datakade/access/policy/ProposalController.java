package nl.datakade.access.policy;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import nl.datakade.access.projection.Dataset;
import nl.datakade.access.projection.Datasets;
import nl.datakade.access.projection.Freshness;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.Visibility;
import nl.datakade.platform.problem.InvalidInput;
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

/** What would let more be seen, and what the data owner and a privacy officer decide about it. */
@RestController
class ProposalController {

    private static final String PATH = "/access/v1/datasets/{name}/proposals";

    private final Proposals proposals;
    private final ProposalViews views;
    private final Datasets datasets;
    private final Freshness freshness;

    ProposalController(Proposals proposals, ProposalViews views, Datasets datasets, Freshness freshness) {
        this.proposals = proposals;
        this.views = views;
        this.datasets = datasets;
        this.freshness = freshness;
    }

    /** @param as DATA_OWNER or PRIVACY_OFFICER */
    record Body(
            @NotNull Role as,
            @NotNull Boolean approve,
            @NotBlank @Size(max = 1000) String reason) {}

    @Operation(summary = "Proposals to show more of a dataset, and what became of them")
    @GetMapping(PATH)
    @PreAuthorize("hasAnyRole('steward', 'owner', 'grantor', 'privacy', 'fg', 'admin')")
    Paged<ProposalViews.View> list(@PathVariable String name, @Valid @ParameterObject Page page, Caller caller) {
        var dataset = AnsweredFor.dataset(name, datasets, caller);
        var found = proposals.of(dataset).stream()
                .map(proposal -> views.view(dataset, proposal, caller))
                .toList();
        return paged(found, page);
    }

    @Operation(summary = "One proposal")
    @GetMapping(PATH + "/{id}")
    @PreAuthorize("hasAnyRole('steward', 'owner', 'grantor', 'privacy', 'fg', 'admin')")
    ProposalViews.View one(@PathVariable String name, @PathVariable UUID id, Caller caller) {
        var dataset = AnsweredFor.dataset(name, datasets, caller);
        return views.view(
                dataset, proposals.find(dataset, id).orElseThrow(() -> new PolicyProblem.ProposalUnknown(id)), caller);
    }

    /** With waitingFor=me those that you may decide; else all that wait and that you may know of. */
    @Operation(summary = "Proposals that wait, of all datasets")
    @GetMapping("/access/v1/proposals")
    @PreAuthorize("hasAnyRole('owner', 'privacy', 'fg', 'admin')")
    Paged<ProposalViews.View> pending(
            @RequestParam(required = false) @Nullable String waitingFor,
            @Valid @ParameterObject Page page,
            Caller caller) {
        if (waitingFor != null && !waitingFor.equals("me")) {
            throw new PolicyProblem.UnknownFilter(InvalidInput.query("waitingFor", "me, or nothing"));
        }
        var found = proposals.pending().stream()
                .flatMap(proposal -> datasets
                        .find(proposal.datasetId())
                        .filter(dataset -> dataset.visibilityTo(caller) == Visibility.VISIBLE && isOf(dataset, caller))
                        .filter(dataset -> waitingFor == null
                                || !views.yours(dataset, proposal, caller).isEmpty())
                        .map(dataset -> new Pending(dataset, proposal))
                        .stream())
                .toList();
        var items = found.stream()
                .skip(page.offset())
                .limit(page.pageSize())
                .map(pending -> new Pending(pending.dataset(), proposals.today(pending.dataset(), pending.proposal())))
                .filter(pending -> pending.proposal().status() == Proposal.Status.OPEN)
                .map(pending -> views.view(pending.dataset(), pending.proposal(), caller))
                .toList();
        return Paged.of(items, page, found.size());
    }

    /** Whether it still stands is looked up for the page that is shown. */
    private record Pending(Dataset dataset, Proposal proposal) {}

    /** Each of the two decides once, with a reason. The last approval puts it into effect; one rejection ends it. */
    @Operation(summary = "Approve or reject a proposal")
    @PostMapping(PATH + "/{id}/decisions")
    @PreAuthorize("hasAnyRole('owner', 'privacy')")
    ProposalViews.View decide(
            @PathVariable String name, @PathVariable UUID id, @Valid @RequestBody Body body, Caller caller) {
        freshness.require();
        var proposal = proposals.decide(name, id, body.as(), body.approve(), body.reason(), caller);
        if (proposal.status() == Proposal.Status.OUTDATED) {
            throw new PolicyProblem.Outdated();
        }
        return views.view(datasets.visible(name, caller), proposal, caller);
    }

    private static boolean isOf(Dataset dataset, Caller caller) {
        return caller.is("privacy")
                || caller.is("fg")
                || caller.is("admin")
                || dataset.isHeldBy(Role.DATA_OWNER, caller);
    }

    private static <T> Paged<T> paged(List<T> all, Page page) {
        var items = all.stream().skip(page.offset()).limit(page.pageSize()).toList();
        return Paged.of(items, page, all.size());
    }
}
