package nl.datakade.platform.event;

import nl.datakade.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Kafka does not give back what was announced; trying again later may work. */
public final class EventHistoryUnavailable extends Problem {

    EventHistoryUnavailable(@Nullable Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "event-history-unavailable");
        retryAfter(30);
        initCause(cause);
    }
}
