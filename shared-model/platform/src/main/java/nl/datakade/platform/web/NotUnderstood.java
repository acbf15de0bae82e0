package nl.datakade.platform.web;

import java.util.List;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** The request has parameters that its address does not know. */
final class NotUnderstood extends Problem {

    private static final long serialVersionUID = 1L;

    NotUnderstood(List<InvalidInput> errors) {
        super(HttpStatus.BAD_REQUEST, "invalid-input");
        invalid(errors);
    }
}
