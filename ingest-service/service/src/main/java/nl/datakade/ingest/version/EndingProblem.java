package nl.datakade.ingest.version;

import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What can stand in the way of withdrawing a version or sending it back. */
abstract sealed class EndingProblem extends Problem {

    private EndingProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    static final class Unknown extends EndingProblem {
        Unknown() {
            super(HttpStatus.NOT_FOUND, "version-unknown");
        }
    }

    static final class NotYours extends EndingProblem {
        NotYours(String dataset) {
            super(HttpStatus.FORBIDDEN, "not-yours-to-end", dataset);
        }
    }

    /** Its next version would show the same observations again. */
    static final class OfStream extends EndingProblem {
        OfStream(String dataset) {
            super(HttpStatus.CONFLICT, "version-of-stream", dataset);
        }
    }

    static final class NotInQuarantine extends EndingProblem {
        NotInQuarantine(String dataset, int version) {
            super(HttpStatus.CONFLICT, "not-in-quarantine", dataset, Integer.toString(version));
        }
    }

    static final class EndedOtherwise extends EndingProblem {
        EndedOtherwise(String dataset, int version, Delivery.State state) {
            super(HttpStatus.CONFLICT, "ended-otherwise", dataset, Integer.toString(version), state.name());
            with("state", state.name());
        }
    }
}
