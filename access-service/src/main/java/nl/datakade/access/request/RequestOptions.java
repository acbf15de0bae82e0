package nl.datakade.access.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.datakade.access.activity.Activities;
import nl.datakade.access.activity.Activity;
import nl.datakade.access.projection.Dataset;
import nl.datakade.access.request.RequestOptionController.Option;
import nl.datakade.platform.city.City;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies the rules for access to every purpose in the register, for one person and one dataset. */
@Component
class RequestOptions {

    /** How a purpose stands for the person who asks. */
    enum Standing {
        /** nobody needs a grant */
        UNNEEDED,
        GRANTED,
        REQUESTED,
        POSSIBLE,
        REFUSED
    }

    private final AccessRequests requests;
    private final Activities activities;
    private final Entitlement entitlement;
    private final City city;
    private final Clock clock;

    RequestOptions(AccessRequests requests, Activities activities, Entitlement entitlement, City city, Clock clock) {
        this.requests = requests;
        this.activities = activities;
        this.entitlement = entitlement;
        this.city = city;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Option> of(Dataset dataset, String person) {
        var open = requests.findByDatasetIdAndRequesterAndStatus(dataset.id(), person, AccessRequest.Status.SUBMITTED);
        return activities.active().stream()
                .map(purpose -> option(dataset, person, purpose, open))
                .toList();
    }

    private Option option(Dataset dataset, String person, Activity purpose, List<AccessRequest> open) {
        var asked = open.stream()
                .filter(request -> request.purpose().equals(purpose.id()))
                .map(AccessRequest::id)
                .findFirst()
                .orElse(null);
        return switch (AccessPolicy.decide(dataset.classification(), purpose)) {
            case Decision.Unneeded _ -> option(purpose, Standing.UNNEEDED, asked, null, Set.of(), null);
            case Decision.Refusal refusal -> option(purpose, Standing.REFUSED, asked, null, Set.of(), refusal.reason());
            case Decision.Referral referral -> {
                var standing = entitlement.find(dataset, person, purpose.id()).isPresent()
                        ? Standing.GRANTED
                        : asked != null ? Standing.REQUESTED : Standing.POSSIBLE;
                var latest = city.today(clock).plusDays(referral.days());
                yield option(purpose, standing, asked, latest, referral.needs(), null);
            }
        };
    }

    private static Option option(
            Activity purpose,
            Standing standing,
            @Nullable UUID asked,
            @Nullable LocalDate latest,
            Set<Approval> approvals,
            Decision.@Nullable Reason refusal) {
        var body = purpose.body();
        return new Option(purpose.id(), body.slug(), body.name(), standing, asked, latest, approvals, refusal);
    }
}
