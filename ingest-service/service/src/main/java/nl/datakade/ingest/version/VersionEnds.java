package nl.datakade.ingest.version;

import nl.datakade.ingest.dataset.Dataset;
import nl.datakade.ingest.dataset.Mandate;
import nl.datakade.ingest.dataset.VisibleDatasets;
import nl.datakade.ingest.delivery.Deliveries;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.platform.security.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws versions and sends them back, for those who may. Said again, each says the same. */
@Component
class VersionEnds {

    private final VisibleDatasets datasets;
    private final Deliveries deliveries;
    private final Mandate mandate;
    private final EndVersion endVersion;

    VersionEnds(VisibleDatasets datasets, Deliveries deliveries, Mandate mandate, EndVersion endVersion) {
        this.datasets = datasets;
        this.deliveries = deliveries;
        this.mandate = mandate;
        this.endVersion = endVersion;
    }

    /** For its department, its steward, its owner, and for those who watch over personal data. */
    @Transactional
    Delivery withdraw(String name, int version, String reason, Caller caller) {
        var dataset = visible(name, caller);
        if (!mandate.isSender(dataset, caller)
                && !mandate.isSteward(dataset, caller)
                && !mandate.isOwner(dataset, caller)
                && !mandate.isWatcher(caller)) {
            throw new EndingProblem.NotYours(dataset.name());
        }
        return end(dataset, version, VersionTransition.WITHDRAW, reason, caller);
    }

    /** For its steward and its owner: whoever delivered it cannot send it back to himself. */
    @Transactional
    Delivery reject(String name, int version, String message, Caller caller) {
        var dataset = visible(name, caller);
        if (!mandate.isSteward(dataset, caller) && !mandate.isOwner(dataset, caller)) {
            throw new EndingProblem.NotYours(dataset.name());
        }
        return end(dataset, version, VersionTransition.REJECT, message, caller);
    }

    private Delivery end(Dataset dataset, int version, VersionTransition transition, String reason, Caller caller) {
        var delivery = deliveries.find(dataset.id(), version).orElseThrow(EndingProblem.Unknown::new);
        if (dataset.stream()) {
            throw new EndingProblem.OfStream(dataset.name());
        }
        var done = endVersion.end(delivery, transition, caller.subject(), reason);
        var now = deliveries.find(dataset.id(), version).orElseThrow();
        if (!done && now.state() != transition.to()) {
            throw now.state().isEnded()
                    ? new EndingProblem.EndedOtherwise(dataset.name(), version, now.state())
                    : new EndingProblem.NotInQuarantine(dataset.name(), version);
        }
        return now;
    }

    private Dataset visible(String name, Caller caller) {
        return datasets.ofParticipant(name, caller).orElseThrow(EndingProblem.Unknown::new);
    }
}
