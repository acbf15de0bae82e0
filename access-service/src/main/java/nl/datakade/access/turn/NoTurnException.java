package nl.datakade.access.turn;

import java.time.Duration;

/** No turn came in the time that a question may wait. Trying again later helps. */
public final class NoTurnException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoTurnException(Duration waited) {
        super("No turn came within " + waited.toMillis() + " ms", null, false, false);
    }
}
