package nl.datakade.access.turn;

/** Whoever asked does not want the answer any more. */
public final class CancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("cancelled", null, false, false);
    }
}
