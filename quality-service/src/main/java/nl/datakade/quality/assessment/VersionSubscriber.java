package nl.datakade.quality.assessment;

import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.platform.event.Subscriber;
import org.springframework.stereotype.Component;

@Component
class VersionSubscriber implements Subscriber<VersionState> {
    private final Versions versions;

    VersionSubscriber(Versions versions) {
        this.versions = versions;
    }

    @Override
    public void on(VersionState version) {
        versions.keep(version);
    }
}
