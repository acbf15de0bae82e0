package nl.datakade.access.projection;

import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.platform.event.Subscriber;
import org.springframework.stereotype.Component;

@Component
class DatasetSubscriber implements Subscriber<DatasetState> {

    private final Projections projections;

    DatasetSubscriber(Projections projections) {
        this.projections = projections;
    }

    @Override
    public void on(DatasetState state) {
        projections.keep(state);
    }
}
