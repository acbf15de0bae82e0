package nl.datakade.quality.report;

import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What somebody who asks for a score or a profile may run into. */
public abstract sealed class ReportProblem extends Problem {
    private static final long serialVersionUID = 1L;

    private ReportProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    static final class DatasetUnknown extends ReportProblem {
        private static final long serialVersionUID = 1L;

        DatasetUnknown(String name) {
            super(HttpStatus.NOT_FOUND, "dataset-unknown", name);
        }
    }

    /** The caller may know that it exists, not what is in it. */
    static final class DatasetNamedOnly extends ReportProblem {
        private static final long serialVersionUID = 1L;

        DatasetNamedOnly(String name) {
            super(HttpStatus.FORBIDDEN, "dataset-named-only", name);
        }
    }

    static final class VersionUnknown extends ReportProblem {
        private static final long serialVersionUID = 1L;

        VersionUnknown(String name, int version) {
            super(HttpStatus.NOT_FOUND, "version-unknown", name, Integer.toString(version));
        }
    }

    /** It was withdrawn, sent back or removed. */
    static final class VersionEnded extends ReportProblem {
        private static final long serialVersionUID = 1L;

        VersionEnded(String name, VersionState version) {
            super(HttpStatus.GONE, "version-ended", name, Integer.toString(version.version()));
            with("outcome", version.outcome().name());
            if (version.ended() != null) {
                with("endedAt", version.ended().at());
                with("reason", version.ended().reason());
            }
        }
    }

    /** It was delivered, and is being looked at. */
    static final class NotScoredYet extends ReportProblem {
        private static final long serialVersionUID = 1L;

        NotScoredYet(String name, int version) {
            super(HttpStatus.NOT_FOUND, "not-scored-yet", name, Integer.toString(version));
            retryAfter(2);
        }
    }

    /** There are no tables in it, or they could not be measured. */
    static final class NoProfile extends ReportProblem {
        private static final long serialVersionUID = 1L;

        NoProfile(String name, int version) {
            super(HttpStatus.NOT_FOUND, "no-profile", name, Integer.toString(version));
        }
    }

    /** Its score stands. */
    static final class ProfileLetGo extends ReportProblem {
        private static final long serialVersionUID = 1L;

        /** @param nearest of a later version whose profile is kept; null when there is none */
        ProfileLetGo(String name, int version, @Nullable Integer nearest) {
            super(HttpStatus.GONE, "profile-let-go", name, Integer.toString(version));
            var dataset = "/quality/v1/datasets/" + name + "/versions/";
            with("score", dataset + version + "/score");
            if (nearest != null) {
                with("nearest", dataset + nearest + "/profile");
            }
        }
    }

    static final class ProfileRestricted extends ReportProblem {
        private static final long serialVersionUID = 1L;

        ProfileRestricted(String name) {
            super(HttpStatus.FORBIDDEN, "profile-restricted", name);
        }
    }
}
