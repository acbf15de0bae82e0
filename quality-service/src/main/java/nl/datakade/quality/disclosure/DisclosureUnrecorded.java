package nl.datakade.quality.disclosure;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What cannot be recorded is not shown. */
final class DisclosureUnrecorded extends Problem {
    private static final long serialVersionUID = 1L;

    DisclosureUnrecorded(Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "disclosure-unrecorded");
        initCause(cause);
        retryAfter(10);
    }
}
