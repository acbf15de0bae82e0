package nl.datakade.access.projection;

import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.platform.event.Subscriber;
import org.springframework.stereotype.Component;

@Component
class ScoreSubscriber implements Subscriber<ScoreState> {

    private final Projections projections;

    ScoreSubscriber(Projections projections) {
        this.projections = projections;
    }

    @Override
    public void on(ScoreState state) {
        projections.keep(state);
    }
}
