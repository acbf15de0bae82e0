package nl.datakade.access.disclosure;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** A statement was sealed with a key that the service does not have now. */
public final class OtherKey extends Problem {

    private static final long serialVersionUID = 1L;

    OtherKey(String key) {
        super(HttpStatus.CONFLICT, "disclosure-other-key", key);
    }
}
