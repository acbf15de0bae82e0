package nl.datakade.ingest.reading;

import java.util.UUID;
import nl.datakade.ingest.landing.Landed;
import nl.datakade.ingest.version.Versions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a version that was read into the queue again; its raw bytes become its next reading. */
@Component
public class ReadAgain {

    private final Versions versions;
    private final ApplicationEventPublisher events;

    ReadAgain(Versions versions, ApplicationEventPublisher events) {
        this.versions = versions;
        this.events = events;
    }

    /** False when it waits for a reader, has one, or ended; or is of a stream, whose versions are more than their own bytes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean ask(UUID delivery) {
        return versions.readAgain(delivery);
    }

    /** After the commit: a reader of this instance need not wait until it looks by itself. */
    public void wake(UUID delivery) {
        events.publishEvent(new Landed(delivery));
    }
}
