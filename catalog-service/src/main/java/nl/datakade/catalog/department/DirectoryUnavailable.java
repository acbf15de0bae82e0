package nl.datakade.catalog.department;

import nl.datakade.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Keycloak does not answer, so nobody can be looked up. */
public final class DirectoryUnavailable extends Problem {

    private static final int SECONDS = 10;

    DirectoryUnavailable(@Nullable Exception cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "directory-unavailable");
        if (cause != null) {
            initCause(cause);
        }
        retryAfter(SECONDS);
    }
}
