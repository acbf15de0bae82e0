package nl.datakade.ingest.reading;

import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.ingest.version.VersionEvents;
import nl.datakade.ingest.version.Versions;
import nl.datakade.platform.event.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says once more what a version's last reading brought, to services that were not told. */
@Component
public class AnnounceReading {

    private final Readings readings;
    private final Outbox outbox;
    private final Versions versions;

    AnnounceReading(Readings readings, Outbox outbox, Versions versions) {
        this.readings = readings;
        this.outbox = outbox;
        this.versions = versions;
    }

    /** False when it was not read yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean announce(Delivery delivery) {
        var last = readings.latest(delivery.datasetId(), delivery.version());
        last.ifPresent(reading -> outbox.announce(
                VersionEvents.read(delivery, versions.revision(delivery.id()), ReadingContent.of(delivery, reading))));
        return last.isPresent();
    }
}
