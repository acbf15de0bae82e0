package nl.datakade.access.grant;

import java.util.UUID;
import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What can be wrong with a grant. */
abstract sealed class GrantProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private GrantProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    static final class Unknown extends GrantProblem {
        private static final long serialVersionUID = 1L;

        Unknown(UUID id) {
            super(HttpStatus.NOT_FOUND, "grant-unknown", id);
        }
    }

    static final class Ended extends GrantProblem {
        private static final long serialVersionUID = 1L;

        Ended(UUID id) {
            super(HttpStatus.CONFLICT, "grant-ended", id);
        }
    }

    static final class NotYours extends GrantProblem {
        private static final long serialVersionUID = 1L;

        NotYours() {
            super(HttpStatus.FORBIDDEN, "grant-not-yours");
        }
    }
}
