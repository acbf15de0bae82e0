package nl.datakade.catalog.dataset;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What can stand in the way of deciding a proposal. */
abstract sealed class ProposalProblem extends Problem {

    private ProposalProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    static final class Unknown extends ProposalProblem {
        Unknown() {
            super(HttpStatus.NOT_FOUND, "proposal-unknown");
        }
    }

    /** The proposal was decided, or what it was based on has changed. */
    static final class Closed extends ProposalProblem {
        Closed(Proposal.Status status) {
            super(HttpStatus.CONFLICT, "proposal-closed", status.name());
            with("proposalStatus", status.name());
        }
    }

    /** Somebody decided in this role before. */
    static final class Decided extends ProposalProblem {
        Decided(String role) {
            super(HttpStatus.CONFLICT, "proposal-decided", role);
        }
    }

    /** The caller does not fill that role. */
    static final class NotYours extends ProposalProblem {
        NotYours(String role) {
            super(HttpStatus.FORBIDDEN, "proposal-not-yours", role);
        }
    }

    /** The caller decided in the other role. */
    static final class SamePerson extends ProposalProblem {
        SamePerson() {
            super(HttpStatus.FORBIDDEN, "proposal-same-person");
        }
    }

    /** The caller gets a deciding role by it. */
    static final class InOwnFavour extends ProposalProblem {
        InOwnFavour() {
            super(HttpStatus.FORBIDDEN, "proposal-in-own-favour");
        }
    }
}
