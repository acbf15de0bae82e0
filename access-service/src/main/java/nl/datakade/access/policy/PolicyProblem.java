package nl.datakade.access.policy;

import java.util.List;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What can be wrong with a policy. */
abstract sealed class PolicyProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private PolicyProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    static final class Invalid extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        Invalid(String dataset, List<InvalidInput> errors) {
            super(HttpStatus.BAD_REQUEST, "policy-invalid", dataset);
            invalid(errors);
        }
    }

    static final class NoTables extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        NoTables(String dataset) {
            super(HttpStatus.CONFLICT, "policy-without-tables", dataset);
        }
    }

    static final class NotYours extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        NotYours(String dataset) {
            super(HttpStatus.FORBIDDEN, "policy-not-yours", dataset);
        }
    }

    /** There is a policy, and who sets another has not said which one he saw. */
    static final class RevisionNotGiven extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        RevisionNotGiven() {
            super(HttpStatus.PRECONDITION_REQUIRED, "policy-revision-not-given");
        }
    }

    static final class NotCleared extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        NotCleared(String table, int column) {
            super(HttpStatus.NOT_FOUND, "clearance-unknown", table, column);
        }
    }

    static final class ChangedMeanwhile extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        ChangedMeanwhile() {
            super(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile");
        }
    }
}
