package nl.datakade.catalog.dataset;

import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.platform.event.Subscriber;
import org.springframework.stereotype.Component;

/** The version may be announced before the landing is: topics keep no order among each other. */
@Component
class ReadDrafts implements Subscriber<VersionState> {

    private final LandingDraft draft;

    ReadDrafts(LandingDraft draft) {
        this.draft = draft;
    }

    @Override
    public void on(VersionState version) {
        draft.of(version.datasetId(), version.dataset(), version.department(), version.landedAt());
    }
}
