package nl.datakade.ingest.disclosure;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** Why content is not shown. */
abstract sealed class DisclosureProblem extends Problem {

    private DisclosureProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    /** Access would mask something of it, or shows this person nothing. */
    static final class Restricted extends DisclosureProblem {
        Restricted(String dataset) {
            super(HttpStatus.FORBIDDEN, "raw-rows-restricted", dataset);
        }
    }

    /** No active processing activity, by what access knows. */
    static final class PurposeUnusable extends DisclosureProblem {
        PurposeUnusable(String purpose) {
            super(HttpStatus.BAD_REQUEST, "purpose-unusable", purpose);
        }
    }

    /** Access does not answer, so nobody knows what this person may see. */
    static final class Undecided extends DisclosureProblem {
        Undecided(Throwable cause) {
            super(HttpStatus.SERVICE_UNAVAILABLE, "disclosure-undecided");
            initCause(cause);
            retryAfter(10);
        }
    }

    /** What cannot be recorded is not shown. */
    static final class Unrecorded extends DisclosureProblem {
        Unrecorded(Throwable cause) {
            super(HttpStatus.SERVICE_UNAVAILABLE, "disclosure-unrecorded");
            initCause(cause);
            retryAfter(10);
        }
    }
}
