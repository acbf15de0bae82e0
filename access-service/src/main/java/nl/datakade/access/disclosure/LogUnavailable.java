package nl.datakade.access.disclosure;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What is not written down is not disclosed, and not decided. */
public final class LogUnavailable extends Problem {

    private static final long serialVersionUID = 1L;

    public LogUnavailable(RuntimeException cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "disclosure-log-unavailable");
        retryAfter(10);
        initCause(cause);
    }
}
