package nl.datakade.ingest.hold;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** Why a hold is not placed or lifted. */
abstract sealed class HoldProblem extends Problem {

    private HoldProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    static final class NoDataset extends HoldProblem {
        NoDataset() {
            super(HttpStatus.NOT_FOUND, "dataset-unknown");
        }
    }

    static final class NoVersion extends HoldProblem {
        NoVersion() {
            super(HttpStatus.NOT_FOUND, "version-unknown");
        }
    }

    static final class Unknown extends HoldProblem {
        Unknown() {
            super(HttpStatus.NOT_FOUND, "legal-hold-unknown");
        }
    }

    static final class NotYours extends HoldProblem {
        NotYours(String dataset) {
            super(HttpStatus.FORBIDDEN, "not-yours-to-hold", dataset);
        }
    }
}
