package nl.datakade.quality.assessment;

import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.platform.event.Subscriber;
import nl.datakade.platform.object.ObjectStore;
import org.springframework.stereotype.Component;

@Component
class VersionSubscriber implements Subscriber<VersionState> {
    private final Versions versions;
    private final ObjectStore objects;

    VersionSubscriber(Versions versions, ObjectStore objects) {
        this.versions = versions;
        this.objects = objects;
    }

    @Override
    public void on(VersionState version) {
        if (version.outcome().isEnded()) {
            versions.find(version.datasetId(), version.version()).ifPresent(this::forgetCopies);
        }
        versions.keep(version);
    }

    private void forgetCopies(VersionState version) {
        version.tables().stream()
                .flatMap(table -> table.parts().stream())
                .forEach(part -> objects.forget(part.sha256()));
    }
}
