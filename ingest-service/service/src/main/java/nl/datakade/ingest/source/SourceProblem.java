package nl.datakade.ingest.source;

import java.util.List;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What can stand in the way of a request about sources. */
public abstract sealed class SourceProblem extends Problem {

    private SourceProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    /** Another department has a dataset of that name; more the caller may not know of it. */
    static final class NameTaken extends SourceProblem {
        NameTaken(String dataset) {
            super(HttpStatus.CONFLICT, "dataset-name-taken", dataset);
        }
    }

    static final class Unknown extends SourceProblem {
        Unknown() {
            super(HttpStatus.NOT_FOUND, "source-unknown");
        }
    }

    static final class Invalid extends SourceProblem {
        Invalid(List<InvalidInput> errors) {
            super(HttpStatus.BAD_REQUEST, "invalid-input");
            invalid(errors);
        }
    }

    /** The hosts that are allowed are named; there may be none. */
    static final class HostNotAllowed extends SourceProblem {
        HostNotAllowed(String allowed) {
            super(HttpStatus.BAD_REQUEST, allowed.isEmpty() ? "source-no-host-allowed" : "source-host-not-allowed");
            invalid(List.of(InvalidInput.body(
                    "address",
                    allowed.isEmpty() ? "{expected.source-host-none}" : "{expected.source-host:" + allowed + "}")));
        }
    }

    static final class NotYourDepartment extends SourceProblem {
        NotYourDepartment(String department) {
            super(HttpStatus.FORBIDDEN, "not-your-department", department);
        }
    }

    static final class OtherDepartment extends SourceProblem {
        OtherDepartment(String dataset, String department) {
            super(HttpStatus.FORBIDDEN, "other-department", dataset, department);
        }
    }

    static final class Exists extends SourceProblem {
        Exists() {
            super(HttpStatus.PRECONDITION_FAILED, "source-exists");
        }
    }

    static final class RevisionNotGiven extends SourceProblem {
        RevisionNotGiven() {
            super(HttpStatus.PRECONDITION_REQUIRED, "revision-not-given");
        }
    }

    static final class RevisionPassed extends SourceProblem {
        RevisionPassed() {
            super(HttpStatus.PRECONDITION_FAILED, "revision-passed");
        }
    }

    public static final class Running extends SourceProblem {
        public Running() {
            super(HttpStatus.CONFLICT, "source-running");
            retryAfter(5);
        }
    }

    public static final class RunUnknown extends SourceProblem {
        public RunUnknown() {
            super(HttpStatus.NOT_FOUND, "source-run-unknown");
        }
    }
}
