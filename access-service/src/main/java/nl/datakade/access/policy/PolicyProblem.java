package nl.datakade.access.policy;

import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.catalog.Role;
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

    /** Quality has not looked at the columns yet. */
    static final class NotScored extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        NotScored(String dataset, int version) {
            super(HttpStatus.CONFLICT, "policy-not-scored", dataset, version);
            retryAfter(5);
        }
    }

    static final class NotYoursToRead extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        NotYoursToRead(String dataset) {
            super(HttpStatus.FORBIDDEN, "policy-not-yours-to-read", dataset);
        }
    }

    static final class ProposalUnknown extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        ProposalUnknown(UUID id) {
            super(HttpStatus.NOT_FOUND, "proposal-unknown", id);
        }
    }

    static final class NotYoursToDecide extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        NotYoursToDecide(Role as) {
            super(HttpStatus.FORBIDDEN, "proposal-not-yours", as);
        }
    }

    static final class FourEyes extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        FourEyes() {
            super(HttpStatus.FORBIDDEN, "proposal-four-eyes");
        }
    }

    static final class NotWaiting extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        NotWaiting(Role as) {
            super(HttpStatus.CONFLICT, "proposal-not-waiting", as);
        }
    }

    static final class ProposalEnded extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        ProposalEnded(Proposal.Status status) {
            super(HttpStatus.CONFLICT, "proposal-ended", status);
        }
    }

    static final class UnknownFilter extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        UnknownFilter(InvalidInput error) {
            super(HttpStatus.BAD_REQUEST, "proposal-filter-unknown");
            invalid(List.of(error));
        }
    }

    /** What it was based on has changed. */
    static final class Outdated extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        Outdated() {
            super(HttpStatus.CONFLICT, "proposal-outdated");
        }
    }

    /** The filters could not be checked now. */
    static final class Busy extends PolicyProblem {
        private static final long serialVersionUID = 1L;

        Busy() {
            super(HttpStatus.SERVICE_UNAVAILABLE, "queries-busy");
            retryAfter(10);
        }
    }
}
