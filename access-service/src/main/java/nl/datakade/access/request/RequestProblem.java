package nl.datakade.access.request;

import java.time.LocalDate;
import java.util.UUID;
import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What can be wrong with a request, or with deciding on it. */
abstract sealed class RequestProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private RequestProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    static final class Unknown extends RequestProblem {
        private static final long serialVersionUID = 1L;

        Unknown(UUID id) {
            super(HttpStatus.NOT_FOUND, "request-unknown", id);
        }
    }

    static final class NotRegistered extends RequestProblem {
        private static final long serialVersionUID = 1L;

        NotRegistered(String dataset) {
            super(HttpStatus.CONFLICT, "request-not-registered", dataset);
        }
    }

    static final class GrantUnneeded extends RequestProblem {
        private static final long serialVersionUID = 1L;

        GrantUnneeded(String dataset) {
            super(HttpStatus.CONFLICT, "request-unneeded", dataset);
        }
    }

    static final class AlreadyOpen extends RequestProblem {
        private static final long serialVersionUID = 1L;

        AlreadyOpen(String dataset) {
            super(HttpStatus.CONFLICT, "request-already-open", dataset);
        }
    }

    static final class Term extends RequestProblem {
        private static final long serialVersionUID = 1L;

        Term(int days) {
            super(HttpStatus.BAD_REQUEST, "request-term", days);
        }
    }

    static final class OwnRequest extends RequestProblem {
        private static final long serialVersionUID = 1L;

        OwnRequest() {
            super(HttpStatus.FORBIDDEN, "request-own");
        }
    }

    static final class FourEyes extends RequestProblem {
        private static final long serialVersionUID = 1L;

        FourEyes() {
            super(HttpStatus.FORBIDDEN, "request-four-eyes");
        }
    }

    static final class NotYours extends RequestProblem {
        private static final long serialVersionUID = 1L;

        NotYours() {
            super(HttpStatus.FORBIDDEN, "request-not-yours");
        }
    }

    static final class NotWaiting extends RequestProblem {
        private static final long serialVersionUID = 1L;

        NotWaiting(Approval kind) {
            super(HttpStatus.CONFLICT, "request-not-waiting", kind);
        }
    }

    /** They did not when it was submitted. */
    static final class RulesForbid extends RequestProblem {
        private static final long serialVersionUID = 1L;

        RulesForbid(Decision.Reason reason) {
            super(HttpStatus.CONFLICT, "request-rules-forbid", reason);
        }
    }

    static final class LastDayPassed extends RequestProblem {
        private static final long serialVersionUID = 1L;

        LastDayPassed(LocalDate until) {
            super(HttpStatus.CONFLICT, "request-last-day-passed", until);
        }
    }

    /** Not the policy that the approver has seen. */
    static final class PolicyChanged extends RequestProblem {
        private static final long serialVersionUID = 1L;

        PolicyChanged(long revision) {
            super(HttpStatus.CONFLICT, "request-policy-changed", revision);
        }
    }

    /** Dataset or purpose are more than what the first approver saw. */
    static final class ChangedSinceApproval extends RequestProblem {
        private static final long serialVersionUID = 1L;

        ChangedSinceApproval() {
            super(HttpStatus.CONFLICT, "request-changed-since-approval");
        }
    }

    /** Somebody else decided at the same moment. */
    static final class ChangedMeanwhile extends RequestProblem {
        private static final long serialVersionUID = 1L;

        ChangedMeanwhile() {
            super(HttpStatus.CONFLICT, "changed-meanwhile");
        }
    }

    static final class Decided extends RequestProblem {
        private static final long serialVersionUID = 1L;

        Decided(AccessRequest.Status status) {
            super(HttpStatus.CONFLICT, "request-decided", status);
        }
    }
}
