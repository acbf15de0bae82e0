package nl.datakade.platform.event;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Clock;
import nl.datakade.contracts.Event;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a service announces what happened, in the transaction in which it happened. Lock the state's row first: then
 * the order of announcements of one stream is the order of their commits.
 */
public class Outbox {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TraceParent trace;
    private final Clock clock;
    private final Runnable afterCommit;

    Outbox(JdbcClient jdbc, JsonMapper json, TraceParent trace, Clock clock, Runnable afterCommit) {
        this.jdbc = jdbc;
        this.json = json;
        this.trace = trace;
        this.clock = clock;
        this.afterCommit = afterCommit;
    }

    /** Will be published if, and only if, the present transaction commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(Event event) {
        var type = EventTypes.of(event.getClass());
        jdbc.sql("""
                        insert into outbox (event_id, topic, type, stream, key, payload, trace_parent, created_at)
                        values (:id, :topic, :type, :stream, :key, :payload, :trace, :now)""")
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("topic", type.topic())
                .param("type", type.value())
                .param("stream", event.stream())
                .param("key", event.key())
                .param("payload", json.writeValueAsString(event))
                .param("trace", trace.current())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                afterCommit.run();
            }
        });
    }
}
