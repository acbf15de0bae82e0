package nl.datakade.quality.gate;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** Why a version cannot be released by this person, or now. */
abstract sealed class GateProblem extends Problem {
    private static final long serialVersionUID = 1L;

    private GateProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    static final class NotTheSteward extends GateProblem {
        private static final long serialVersionUID = 1L;

        NotTheSteward(String dataset) {
            super(HttpStatus.FORBIDDEN, "not-the-steward", dataset);
        }
    }

    static final class NotHeldBack extends GateProblem {
        private static final long serialVersionUID = 1L;

        NotHeldBack(String dataset, int version) {
            super(HttpStatus.CONFLICT, "not-held-back", dataset, Integer.toString(version));
        }
    }

    static final class NothingToRelease extends GateProblem {
        private static final long serialVersionUID = 1L;

        NothingToRelease(String dataset, int version) {
            super(HttpStatus.CONFLICT, "nothing-to-release", dataset, Integer.toString(version));
        }
    }

    static final class Superseded extends GateProblem {
        private static final long serialVersionUID = 1L;

        Superseded(String dataset, int version, int newest) {
            super(
                    HttpStatus.CONFLICT,
                    "version-superseded",
                    dataset,
                    Integer.toString(version),
                    Integer.toString(newest));
        }
    }

    static final class BeingScored extends GateProblem {
        private static final long serialVersionUID = 1L;

        BeingScored(String dataset, int version) {
            super(HttpStatus.CONFLICT, "being-scored", dataset, Integer.toString(version));
            retryAfter(2);
        }
    }
}
