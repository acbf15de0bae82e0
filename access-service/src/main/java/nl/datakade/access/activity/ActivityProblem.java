package nl.datakade.access.activity;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What can be wrong with a processing activity. */
public abstract sealed class ActivityProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private ActivityProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    static final class Unknown extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        Unknown(String key) {
            super(HttpStatus.NOT_FOUND, "activity-unknown", key);
        }
    }

    static final class SlugTaken extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        SlugTaken(String slug) {
            super(HttpStatus.CONFLICT, "activity-slug-taken", slug);
        }
    }

    static final class SlugFixed extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        SlugFixed(String slug) {
            super(HttpStatus.BAD_REQUEST, "activity-slug-fixed", slug);
        }
    }

    /** Who changes it has not said which version they saw. */
    static final class VersionNotGiven extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        VersionNotGiven() {
            super(HttpStatus.PRECONDITION_REQUIRED, "activity-version-not-given");
        }
    }

    static final class ChangedMeanwhile extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        ChangedMeanwhile() {
            super(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile");
        }
    }

    /** A purpose was named that does not exist or is no longer active. */
    public static final class PurposeUnusable extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        public PurposeUnusable(String key) {
            super(HttpStatus.BAD_REQUEST, "purpose-unusable", key);
        }
    }
}
