package nl.datakade.access.relation;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What may be seen of a dataset could not be prepared. */
public final class SnapshotUnavailable extends Problem {

    private static final long serialVersionUID = 1L;

    SnapshotUnavailable(String schema, String reason) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "snapshot-unavailable", schema);
        with("reason", reason);
        retryAfter(10);
    }
}
