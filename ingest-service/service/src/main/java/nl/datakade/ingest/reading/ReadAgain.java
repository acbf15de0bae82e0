package nl.datakade.ingest.reading;

import java.util.UUID;
import nl.datakade.ingest.landing.Landed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a version that was read into the queue again; its raw bytes become its next reading. */
@Component
public class ReadAgain {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ReadAgain(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** False when it waits for a reader, has one, or ended; or is of a stream, whose versions are more than their own bytes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean ask(UUID delivery) {
        return jdbc.sql("""
                        update delivery set state = 'LANDED', reason = null, due_at = now(), attempts_before = attempts
                        where id = :id and state not in ('LANDED', 'READING') and ended_at is null
                            and not exists (select from dataset d where d.id = dataset_id and d.stream)""").param("id", delivery).update() == 1;
    }

    /** After the commit: a reader of this instance need not wait until it looks by itself. */
    public void wake(UUID delivery) {
        events.publishEvent(new Landed(delivery));
    }
}
