package nl.datakade.platform.object;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** The object store did not do what was asked; trying again later may work. */
public final class ObjectStoreUnavailable extends Problem {

    ObjectStoreUnavailable(String what, Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "object-store-unavailable");
        with("operation", what);
        retryAfter(5);
        initCause(cause);
    }
}
