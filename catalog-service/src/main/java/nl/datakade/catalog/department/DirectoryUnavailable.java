package nl.datakade.catalog.department;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** Keycloak does not answer, so nobody can be looked up. */
public final class DirectoryUnavailable extends Problem {

    private static final int SECONDS = 10;

    DirectoryUnavailable(Exception cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "directory-unavailable");
        initCause(cause);
        retryAfter(SECONDS);
    }
}
