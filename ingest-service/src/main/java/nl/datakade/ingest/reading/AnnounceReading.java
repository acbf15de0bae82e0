package nl.datakade.ingest.reading;

import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.platform.event.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says once more what a version's last reading brought, to services that were not told. */
@Component
public class AnnounceReading {

    private final Readings readings;
    private final Outbox outbox;

    AnnounceReading(Readings readings, Outbox outbox) {
        this.readings = readings;
        this.outbox = outbox;
    }

    /** False when it was not read yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean announce(Delivery delivery) {
        var last = readings.latest(delivery.datasetId(), delivery.version());
        last.ifPresent(reading -> outbox.announce(Announcements.version(delivery, reading)));
        return last.isPresent();
    }
}
