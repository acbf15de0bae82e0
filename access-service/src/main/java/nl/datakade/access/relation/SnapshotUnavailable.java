package nl.datakade.access.relation;

import java.util.UUID;
import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What may be seen of a dataset could not be prepared. */
public final class SnapshotUnavailable extends Problem {

    private static final long serialVersionUID = 1L;

    private final String reason;

    SnapshotUnavailable(String schema, String reason) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "snapshot-unavailable", schema);
        this.reason = reason;
        with("reason", reason);
        retryAfter(10);
    }

    public String reason() {
        return reason;
    }

    /** Under which the log of the service keeps what went wrong. */
    public SnapshotUnavailable forQuery(UUID query) {
        with("queryId", query);
        return this;
    }
}
