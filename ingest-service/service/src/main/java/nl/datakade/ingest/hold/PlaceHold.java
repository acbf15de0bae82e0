package nl.datakade.ingest.hold;

import java.util.UUID;
import nl.datakade.ingest.dataset.Dataset;
import nl.datakade.ingest.dataset.Datasets;
import nl.datakade.ingest.dataset.Mandate;
import nl.datakade.ingest.dataset.VisibleDatasets;
import nl.datakade.ingest.delivery.Deliveries;
import nl.datakade.ingest.tombstone.Tombstones;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Places holds and lifts them, for the dataset's owner, the privacy officer and the FG. */
@Component
class PlaceHold {

    private final Datasets datasets;
    private final VisibleDatasets visible;
    private final Deliveries deliveries;
    private final Tombstones tombstones;
    private final Mandate mandate;
    private final LegalHolds holds;

    PlaceHold(
            Datasets datasets,
            VisibleDatasets visible,
            Deliveries deliveries,
            Tombstones tombstones,
            Mandate mandate,
            LegalHolds holds) {
        this.datasets = datasets;
        this.visible = visible;
        this.deliveries = deliveries;
        this.tombstones = tombstones;
        this.mandate = mandate;
        this.holds = holds;
    }

    /** A removal that is being decided is waited for: either it is done, and this says so, or it will not be. */
    @Transactional
    public UUID place(String name, @Nullable Integer version, String reason, Caller caller) {
        var dataset = mine(visible.named(name, caller).orElseThrow(HoldProblem.NoDataset::new), caller);
        datasets.lock(dataset.id());
        if (version != null) {
            tombstones.requirePresent(deliveries.find(dataset.id(), version).orElseThrow(HoldProblem.NoVersion::new));
        }
        return holds.place(dataset.id(), version, reason, caller.subject());
    }

    @Transactional
    public LegalHold lift(UUID id, String reason, Caller caller) {
        var hold = holds.find(id).orElseThrow(HoldProblem.Unknown::new);
        mine(
                datasets.find(hold.datasetId())
                        .filter(dataset -> dataset.isKnownTo(caller))
                        .orElseThrow(HoldProblem.Unknown::new),
                caller);
        holds.lift(id, reason, caller.subject());
        return holds.find(id).orElseThrow();
    }

    private Dataset mine(Dataset dataset, Caller caller) {
        if (!mandate.isOwner(dataset, caller) && !mandate.isWatcher(caller)) {
            throw new HoldProblem.NotYours(dataset.name());
        }
        return dataset;
    }
}
