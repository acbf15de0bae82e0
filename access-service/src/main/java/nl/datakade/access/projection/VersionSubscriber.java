package nl.datakade.access.projection;

import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.platform.event.Subscriber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

@Component
class VersionSubscriber implements Subscriber<VersionState> {

    private final Projections projections;
    private final ApplicationEventPublisher listeners;

    VersionSubscriber(Projections projections, ApplicationEventPublisher listeners) {
        this.projections = projections;
        this.listeners = listeners;
    }

    @Override
    public void on(VersionState state) {
        projections.keep(state);
        if (state.outcome().isEnded()) {
            listeners.publishEvent(new VersionEnded(state.datasetId(), state.version()));
        }
    }
}
