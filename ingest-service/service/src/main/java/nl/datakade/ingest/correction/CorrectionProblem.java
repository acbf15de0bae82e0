package nl.datakade.ingest.correction;

import java.util.List;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What can stand in the way of a correction. */
abstract sealed class CorrectionProblem extends Problem {

    private CorrectionProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    static final class Unknown extends CorrectionProblem {
        Unknown() {
            super(HttpStatus.NOT_FOUND, "version-unknown");
        }
    }

    static final class Invalid extends CorrectionProblem {
        Invalid(List<InvalidInput> errors) {
            super(HttpStatus.BAD_REQUEST, "invalid-input");
            invalid(errors);
        }
    }

    /** Corrections are for the dataset's steward; as long as it has none, for the stewards of its department. */
    static final class NotItsSteward extends CorrectionProblem {
        NotItsSteward(String dataset, String department) {
            super(HttpStatus.FORBIDDEN, "not-its-steward", dataset, department);
        }
    }

    static final class Ended extends CorrectionProblem {
        Ended(String dataset, int version, Delivery.State state) {
            super(HttpStatus.CONFLICT, "ended-otherwise", dataset, Integer.toString(version), state.name());
            with("state", state.name());
        }
    }

    static final class BeingRead extends CorrectionProblem {
        BeingRead(String dataset, int version) {
            super(HttpStatus.CONFLICT, "being-read", dataset, Integer.toString(version));
            retryAfter(2);
        }
    }

    /** Its lines were checked as they came; a version shows those of earlier ones too. */
    static final class FedByObservations extends CorrectionProblem {
        FedByObservations(String dataset) {
            super(HttpStatus.CONFLICT, "stream-not-read", dataset);
        }
    }

    static final class RevisionNotGiven extends CorrectionProblem {
        RevisionNotGiven() {
            super(HttpStatus.PRECONDITION_REQUIRED, "revision-not-given");
        }
    }

    static final class RevisionPassed extends CorrectionProblem {
        RevisionPassed() {
            super(HttpStatus.PRECONDITION_FAILED, "revision-passed");
        }
    }
}
