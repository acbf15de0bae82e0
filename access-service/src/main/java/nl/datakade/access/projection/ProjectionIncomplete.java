package nl.datakade.access.projection;

import java.util.Map;
import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** Something that was announced could not be taken in, so what is known may be what no longer holds. */
public final class ProjectionIncomplete extends Problem {

    private static final long serialVersionUID = 1L;

    ProjectionIncomplete(Map<String, Integer> waiting) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "projection-incomplete", String.join(", ", waiting.keySet()));
        with("waiting", waiting);
        retryAfter(60);
    }
}
