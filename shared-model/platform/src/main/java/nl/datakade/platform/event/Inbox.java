package nl.datakade.platform.event;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers which events were taken in, in the transaction of their effect. */
final class Inbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether this is the first time; a second transaction with the same event waits for the first to end. */
    boolean isNew(UUID eventId, String subscriber) {
        return jdbc.sql("""
                        insert into inbox (event_id, subscriber, received_at) values (:event, :subscriber, :now)
                        on conflict do nothing""")
                        .param("event", eventId)
                        .param("subscriber", subscriber)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
