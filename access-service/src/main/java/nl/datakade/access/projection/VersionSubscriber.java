package nl.datakade.access.projection;

import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.platform.event.Subscriber;
import org.springframework.stereotype.Component;

@Component
class VersionSubscriber implements Subscriber<VersionState> {

    private final Projections projections;

    VersionSubscriber(Projections projections) {
        this.projections = projections;
    }

    @Override
    public void on(VersionState state) {
        projections.keep(state);
    }
}
