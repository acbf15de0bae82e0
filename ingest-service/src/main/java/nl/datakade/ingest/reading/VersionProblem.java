package nl.datakade.ingest.reading;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What may be wrong with a question about versions. */
abstract sealed class VersionProblem extends Problem {

    private VersionProblem(String slug) {
        super(HttpStatus.NOT_FOUND, slug);
    }

    static final class Unknown extends VersionProblem {
        Unknown() {
            super("version-unknown");
        }
    }

    static final class NotReadYet extends VersionProblem {
        NotReadYet() {
            super("version-not-read");
            retryAfter(2);
        }
    }

    static final class NoRejects extends VersionProblem {
        NoRejects() {
            super("no-rejects");
        }
    }
}
