package nl.datakade.catalog.dataset;

import java.util.List;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What can stand in the way of reading or registering a dataset. */
abstract sealed class DatasetProblem extends Problem {

    private DatasetProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    /** There is none of that name, or none that the caller may know of. */
    static final class Unknown extends DatasetProblem {
        Unknown() {
            super(HttpStatus.NOT_FOUND, "dataset-unknown");
        }
    }

    /** The caller may know that it exists, not what is said of it. */
    static final class NamedOnly extends DatasetProblem {
        NamedOnly(String name) {
            super(HttpStatus.FORBIDDEN, "dataset-named-only", name);
        }
    }

    static final class Invalid extends DatasetProblem {
        Invalid(List<InvalidInput> errors) {
            super(HttpStatus.BAD_REQUEST, "invalid-input");
            invalid(errors);
        }
    }

    static final class NotYours extends DatasetProblem {
        NotYours(String department) {
            super(HttpStatus.FORBIDDEN, "dataset-not-yours", department);
            with("department", department);
        }
    }

    /** Only the words about the content are for this role holder to change. */
    static final class WordsOnly extends DatasetProblem {
        WordsOnly(String department) {
            super(HttpStatus.FORBIDDEN, "dataset-words-only", department);
            with("department", department);
        }
    }

    static final class RevisionNotGiven extends DatasetProblem {
        RevisionNotGiven() {
            super(HttpStatus.PRECONDITION_REQUIRED, "revision-not-given");
        }
    }

    static final class RevisionPassed extends DatasetProblem {
        RevisionPassed() {
            super(HttpStatus.PRECONDITION_FAILED, "revision-passed");
        }
    }

    static final class Exists extends DatasetProblem {
        Exists(String name) {
            super(HttpStatus.PRECONDITION_FAILED, "dataset-exists", name);
        }
    }

    static final class NameTaken extends DatasetProblem {
        NameTaken(String name) {
            super(HttpStatus.CONFLICT, "dataset-name-taken", name);
        }
    }
}
