package nl.datakade.access.request;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import nl.datakade.access.activity.Activities;
import nl.datakade.access.activity.Activity;
import nl.datakade.access.activity.ActivityProblem;
import nl.datakade.access.disclosure.DecisionLog;
import nl.datakade.access.disclosure.Kind;
import nl.datakade.access.grant.Grants;
import nl.datakade.access.projection.Dataset;
import nl.datakade.access.projection.Datasets;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.platform.city.City;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Submits requests and decides on them. */
@Component
class RequestAccess {

    private final AccessRequests requests;
    private final Datasets datasets;
    private final Activities activities;
    private final Grants grants;
    private final ApprovalTerms terms;
    private final DecisionLog log;
    private final City city;
    private final Clock clock;

    RequestAccess(
            AccessRequests requests,
            Datasets datasets,
            Activities activities,
            Grants grants,
            ApprovalTerms terms,
            DecisionLog log,
            City city,
            Clock clock) {
        this.requests = requests;
        this.datasets = datasets;
        this.activities = activities;
        this.grants = grants;
        this.terms = terms;
        this.log = log;
        this.city = city;
        this.clock = clock;
    }

    @Transactional
    AccessRequest submit(
            String name, String purpose, String motivation, @Nullable LocalDate until, boolean combine, Caller caller) {
        var person = caller.subject();
        var dataset = datasets.named(name, caller);
        if (!dataset.registered() || !dataset.has(Role.ACCESS_GRANTOR)) {
            throw new RequestProblem.NotRegistered(dataset.name());
        }
        var activity = activities.find(purpose).orElseThrow(() -> new ActivityProblem.PurposeUnusable(purpose));
        endPassed(dataset.id(), person, activity.id());
        return switch (AccessPolicy.decide(dataset.classification(), activity)) {
            case Decision.Unneeded _ -> throw new RequestProblem.GrantUnneeded(dataset.name());
            case Decision.Referral referral -> {
                var request = request(dataset, activity, motivation, term(until, referral.days()), combine, person);
                request.refer(referral.needs());
                log(Kind.REQUEST_SUBMITTED, request, person, motivation, "");
                yield save(request, dataset);
            }
            case Decision.Refusal refusal -> {
                var request = request(dataset, activity, motivation, term(until, 1), combine, person);
                request.refuse(refusal.reason().name(), null, clock.instant());
                log(Kind.REQUEST_SUBMITTED, request, person, motivation, "");
                log(
                        Kind.REQUEST_REFUSED,
                        request,
                        DecisionLog.NOBODY,
                        null,
                        refusal.reason().name());
                yield save(request, dataset);
            }
        };
    }

    /** A request whose last day has passed is nobody's to approve, and does not stand in the way of the next. */
    private void endPassed(UUID dataset, String person, UUID purpose) {
        requests
                .findByDatasetIdAndRequesterAndPurposeAndStatus(
                        dataset, person, purpose, AccessRequest.Status.SUBMITTED)
                .stream()
                .filter(open -> open.until().isBefore(city.today(clock)))
                .forEach(open -> {
                    open.refuse(Decision.Reason.LAST_DAY_PASSED.name(), null, clock.instant());
                    requests.saveAndFlush(open);
                    log(Kind.REQUEST_REFUSED, open, DecisionLog.NOBODY, null, Decision.Reason.LAST_DAY_PASSED.name());
                });
    }

    /** @param policyRevision of the policy that the approver saw */
    @Transactional
    AccessRequest approve(UUID id, @Nullable String reason, long policyRevision, Caller caller) {
        var request = find(id);
        if (request.isOpen() && request.until().isBefore(city.today(clock))) {
            throw new RequestProblem.LastDayPassed(request.until());
        }
        referAgain(request);
        var kind = kindOf(request, caller);
        var seen = request.isOpen() ? terms.now(request) : null;
        boolean last = request.approve(kind, caller.subject(), reason, clock.instant());
        if (seen != null) {
            requireWhatOthersApproved(request);
            if (policyRevision != seen.policyRevision()) {
                throw new RequestProblem.PolicyChanged(seen.policyRevision());
            }
        }
        var saved = saved(request); // first, for who decides at the same moment waits here
        if (seen != null) {
            terms.keep(id, kind, seen);
        }
        log(Kind.REQUEST_APPROVED, saved, caller.subject(), reason, kind.name());
        if (last) {
            grants.give(
                    saved.id(),
                    saved.datasetId(),
                    saved.requester(),
                    saved.purpose(),
                    saved.until(),
                    saved.combine(),
                    caller.subject());
        }
        return saved;
    }

    /** Of two who decide at the same moment one is late. */
    private AccessRequest saved(AccessRequest request) {
        try {
            return requests.saveAndFlush(request);
        } catch (OptimisticLockingFailureException | DataIntegrityViolationException e) {
            throw new RequestProblem.ChangedMeanwhile();
        }
    }

    /** Whoever approved first approved a dataset and purpose that may have become others since. */
    private void requireWhatOthersApproved(AccessRequest request) {
        var dataset = datasets.find(request.datasetId()).orElseThrow();
        var purpose = activities.find(request.purpose().toString()).orElseThrow();
        if (!terms.given(request.id()).stream().allMatch(seen -> seen.cover(dataset.classification(), purpose))) {
            throw new RequestProblem.ChangedSinceApproval();
        }
    }

    @Transactional
    AccessRequest refuse(UUID id, String reason, Caller caller) {
        var request = find(id);
        var kind = kindOf(request, caller);
        request.refuse(reason, caller.subject(), clock.instant());
        log(Kind.REQUEST_REFUSED, request, caller.subject(), reason, kind.name());
        return saved(request);
    }

    /** Classification and purpose may have changed since it was submitted: what it takes is what the rules say now. */
    private void referAgain(AccessRequest request) {
        if (!request.isOpen()) {
            return;
        }
        var dataset = datasets.find(request.datasetId()).orElseThrow();
        var purpose = activities.find(request.purpose().toString()).orElseThrow();
        switch (AccessPolicy.decide(dataset.classification(), purpose)) {
            case Decision.Unneeded _ -> throw new RequestProblem.GrantUnneeded(dataset.name());
            case Decision.Refusal refusal -> throw new RequestProblem.RulesForbid(refusal.reason());
            case Decision.Referral referral -> {
                request.refer(referral.needs());
                request.endBy(city.today(clock).plusDays(referral.days()));
            }
        }
    }

    /** @param as in which role somebody decided, or the rule that did */
    private void log(Kind kind, AccessRequest request, String person, @Nullable String reason, String as) {
        log.record(new DecisionLog.Entry(
                kind,
                person,
                request.purpose(),
                request.datasetId(),
                Map.of(
                        "request", request.id(),
                        "requester", request.requester(),
                        "until", request.until(),
                        "combine", request.combine(),
                        "as", as),
                reason));
    }

    AccessRequest find(UUID id) {
        return requests.findById(id).orElseThrow(() -> new RequestProblem.Unknown(id));
    }

    /** In which role this person may say something of the request: as grantor where he is, else for privacy. */
    private Approval kindOf(AccessRequest request, Caller caller) {
        var grantor = datasets.find(request.datasetId())
                .filter(dataset -> dataset.registered() && dataset.isHeldBy(Role.ACCESS_GRANTOR, caller))
                .isPresent();
        if (grantor && (request.waitingFor().contains(Approval.GRANTOR) || !caller.is("privacy"))) {
            return Approval.GRANTOR;
        }
        if (caller.is("privacy")) {
            return Approval.PRIVACY;
        }
        if (caller.subject().equals(request.requester())) {
            throw new RequestProblem.OwnRequest();
        }
        throw new RequestProblem.NotYours();
    }

    private AccessRequest request(
            Dataset dataset, Activity activity, String motivation, LocalDate until, boolean combine, String person) {
        return new AccessRequest(
                UuidCreator.getTimeOrderedEpoch(),
                dataset.id(),
                person,
                activity.id(),
                motivation,
                until,
                combine,
                clock.instant());
    }

    private AccessRequest save(AccessRequest request, Dataset dataset) {
        try {
            return requests.saveAndFlush(request);
        } catch (DataIntegrityViolationException e) {
            throw new RequestProblem.AlreadyOpen(dataset.name());
        }
    }

    private LocalDate term(@Nullable LocalDate wanted, int days) {
        var today = city.today(clock);
        var longest = today.plusDays(days);
        if (wanted == null) {
            return longest;
        }
        if (wanted.isBefore(today) || (wanted.isAfter(longest) && days > 1)) {
            throw new RequestProblem.Term(days);
        }
        return wanted;
    }
}
