package nl.datakade.access.request;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.datakade.access.activity.Activities;
import nl.datakade.access.grant.Terms;
import nl.datakade.access.projection.Datasets;
import nl.datakade.access.projection.Freshness;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Submits requests, lists them as a work list, and takes what people say of them. */
@RestController
class AccessRequestController {

    private static final String PATH = "/access/v1/requests";

    private final RequestAccess access;
    private final AccessRequests requests;
    private final Datasets datasets;
    private final Activities activities;
    private final ApprovalTerms terms;
    private final Freshness freshness;

    AccessRequestController(
            RequestAccess access,
            AccessRequests requests,
            Datasets datasets,
            Activities activities,
            ApprovalTerms terms,
            Freshness freshness) {
        this.access = access;
        this.requests = requests;
        this.datasets = datasets;
        this.activities = activities;
        this.terms = terms;
        this.freshness = freshness;
    }

    /**
     * What is asked.
     *
     * @param purpose id or slug of a processing activity
     * @param until last day of use; without it as long as the rules allow
     * @param combine whether a person should have the same pseudonym here as in all other data that was granted so for the
     *     purpose; that takes the yes of grantor and privacy officer. Without it the grant has pseudonyms of its own
     */
    record Submission(
            @NotBlank String dataset,
            @NotBlank String purpose,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable LocalDate until,
            @Nullable Boolean combine) {}

    /** @param policyRevision of the terms that were seen; when another policy is in force by now, it is refused */
    record ApprovalBody(
            @Nullable @Size(max = 1000) String reason,
            @NotNull Long policyRevision) {}

    record RefusalBody(@NotBlank @Size(max = 1000) String reason) {}

    /**
     * A request as people see it.
     *
     * @param combine whether it asks for pseudonyms that can be joined with other data of the purpose
     * @param waitingFor whose yes is still missing
     * @param refusalReason what the rules or somebody said
     * @param terms what is approved with it, as it stands now: classification, legal basis, and each column with its
     *     treatment; for who decides or oversees, while it is open
     */
    record View(
            UUID id,
            String dataset,
            String requester,
            UUID purpose,
            String purposeName,
            String reason,
            LocalDate until,
            boolean combine,
            AccessRequest.Status status,
            Set<Approval> waitingFor,
            List<AccessRequest.Given> approvals,
            @Nullable String refusalReason,
            Instant submittedAt,
            @Nullable Instant decidedAt,
            @Nullable Terms terms,
            Links links) {}

    record Links(String self, String approvals, String refusals) {}

    @Operation(summary = "Ask access to a dataset for a purpose")
    @PostMapping(PATH)
    @PreAuthorize("hasAnyRole('analyst', 'steward', 'owner', 'grantor')")
    ResponseEntity<View> submit(@Valid @RequestBody Submission body, Caller caller) {
        freshness.require();
        var request = access.submit(
                body.dataset(),
                body.purpose(),
                body.reason(),
                body.until(),
                Boolean.TRUE.equals(body.combine()),
                caller);
        return ResponseEntity.created(URI.create(PATH + "/" + request.id())).body(view(request, caller));
    }

    /**
     * One's own requests, and those one may decide on; open ones first.
     *
     * @param waitingFor {@code me}: only those that the caller can decide on now, the oldest first
     * @param own true: only the caller's own; false: only those of others
     */
    @Operation(summary = "Requests for access: yours, and those you decide on")
    @GetMapping(PATH)
    @PreAuthorize("isAuthenticated()")
    Paged<View> list(
            @RequestParam(required = false) AccessRequest.@Nullable Status status,
            @RequestParam(required = false) @Pattern(regexp = "me") @Nullable String waitingFor,
            @RequestParam(required = false) @Nullable Boolean own,
            @Valid @ParameterObject Page page,
            Caller caller) {
        var part = PageRequest.of(page.page() - 1, page.pageSize());
        var found = waitingFor == null
                ? requests.seenBy(caller.subject(), decidedBy(caller), seesAll(caller), status, own, part)
                : requests.waitingFor(caller.subject(), decidedBy(caller), caller.is("privacy"), part);
        return Paged.of(found.stream().map(request -> view(request, caller)).toList(), page, found.getTotalElements());
    }

    @Operation(summary = "One request for access")
    @GetMapping(PATH + "/{id}")
    @PreAuthorize("isAuthenticated()")
    View one(@PathVariable UUID id, Caller caller) {
        var request = access.find(id);
        if (!seesAll(caller)
                && !request.requester().equals(caller.subject())
                && !decidedBy(caller).contains(request.datasetId())) {
            throw new RequestProblem.Unknown(id);
        }
        return view(request, caller);
    }

    @Operation(summary = "Approve a request")
    @PostMapping(PATH + "/{id}/approvals")
    @PreAuthorize("isAuthenticated()")
    View approve(@PathVariable UUID id, @Valid @RequestBody ApprovalBody body, Caller caller) {
        freshness.require();
        return view(access.approve(id, body.reason(), body.policyRevision(), caller), caller);
    }

    @Operation(summary = "Refuse a request")
    @PostMapping(PATH + "/{id}/refusals")
    @PreAuthorize("isAuthenticated()")
    View refuse(@PathVariable UUID id, @Valid @RequestBody RefusalBody body, Caller caller) {
        freshness.require();
        return view(access.refuse(id, body.reason(), caller), caller);
    }

    private static boolean seesAll(Caller caller) {
        return caller.is("privacy") || caller.is("fg") || caller.is("admin");
    }

    private List<UUID> decidedBy(Caller caller) {
        return datasets.heldBy(Role.ACCESS_GRANTOR, caller);
    }

    private @Nullable Terms terms(AccessRequest request, Caller caller) {
        return request.isOpen() && (seesAll(caller) || decidedBy(caller).contains(request.datasetId()))
                ? terms.now(request)
                : null;
    }

    private View view(AccessRequest request, Caller caller) {
        var self = PATH + "/" + request.id();
        return new View(
                request.id(),
                datasets.nameOf(request.datasetId()),
                request.requester(),
                request.purpose(),
                activities.nameOf(request.purpose()),
                request.motivation(),
                request.until(),
                request.combine(),
                request.status(),
                request.waitingFor(),
                request.approvals(),
                request.reason(),
                request.submittedAt(),
                request.decidedAt(),
                terms(request, caller),
                new Links(self, self + "/approvals", self + "/refusals"));
    }
}
