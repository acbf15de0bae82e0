package nl.datakade.ingest.version;

import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.platform.event.Subscriber;
import org.springframework.stereotype.Component;

/** Shows at a version what quality says of its last reading. */
@Component
class ScoreIntake implements Subscriber<ScoreState> {

    private final Versions versions;

    ScoreIntake(Versions versions) {
        this.versions = versions;
    }

    @Override
    public void on(ScoreState score) {
        versions.judge(score);
    }
}
