package nl.datakade.access.inspection;

import java.util.UUID;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What can be wrong when looking into the log or reporting to it. */
abstract sealed class InspectionProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private InspectionProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    static final class Unknown extends InspectionProblem {
        private static final long serialVersionUID = 1L;

        Unknown(UUID id) {
            super(HttpStatus.NOT_FOUND, "disclosure-unknown", id);
        }
    }

    static final class NoCheckpoint extends InspectionProblem {
        private static final long serialVersionUID = 1L;

        NoCheckpoint() {
            super(HttpStatus.NOT_FOUND, "checkpoint-none");
        }
    }

    /** Not one that this log signed. */
    static final class NotACheckpoint extends InspectionProblem {
        private static final long serialVersionUID = 1L;

        NotACheckpoint() {
            super(HttpStatus.BAD_REQUEST, "checkpoint-foreign");
            invalid(java.util.List.of(
                    InvalidInput.query("expected", "number:hash, or a checkpoint that this log signed")));
        }
    }
}
