package nl.datakade.access.projection;

import java.time.Duration;
import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What is known of datasets is older than decisions may rest on. */
public final class ProjectionStale extends Problem {

    private static final long serialVersionUID = 1L;

    ProjectionStale(Duration age) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "projection-stale", age.toSeconds());
        with("ageSeconds", age.toSeconds());
        retryAfter(10);
    }
}
