package nl.datakade.catalog.dataset;

import nl.datakade.contracts.ingest.DeliveryLanded;
import nl.datakade.platform.event.Subscriber;
import org.springframework.stereotype.Component;

@Component
class LandedDrafts implements Subscriber<DeliveryLanded> {

    private final LandingDraft draft;

    LandedDrafts(LandingDraft draft) {
        this.draft = draft;
    }

    @Override
    public void on(DeliveryLanded landed) {
        draft.of(landed.datasetId(), landed.dataset(), landed.department(), landed.landedAt());
    }
}
