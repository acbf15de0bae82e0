package nl.datakade.ingest.reading;

import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.platform.event.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says once more what a version's last reading brought, to services that were not told. */
@Component
public class AnnounceReading {

    private final Readings readings;
    private final Outbox outbox;
    private final JdbcClient jdbc;

    AnnounceReading(Readings readings, Outbox outbox, JdbcClient jdbc) {
        this.readings = readings;
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    /** False when it was not read yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean announce(Delivery delivery) {
        var last = readings.latest(delivery.datasetId(), delivery.version());
        last.ifPresent(reading -> outbox.announce(Announcements.version(delivery, revision(delivery), reading)));
        return last.isPresent();
    }

    private long revision(Delivery delivery) {
        return jdbc.sql("select revision from delivery where id = :id")
                .param("id", delivery.id())
                .query(Long.class)
                .single();
    }
}
