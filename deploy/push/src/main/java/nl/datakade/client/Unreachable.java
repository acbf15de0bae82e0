package nl.datakade.client;

/** Nobody answered; the message says who, where, and what to look at. */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
