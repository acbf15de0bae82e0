package nl.datakade.platform.web;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** A JSON document that is longer than any that somebody writes. */
final class BodyTooLarge extends Problem {

    private static final long serialVersionUID = 1L;

    BodyTooLarge(DataSize limit) {
        super(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", limit.toKilobytes());
    }
}
