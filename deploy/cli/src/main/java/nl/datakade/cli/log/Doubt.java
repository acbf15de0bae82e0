package nl.datakade.cli.log;

/** The export does not prove what it should; the message says why. */
final class Doubt extends RuntimeException {

    private static final long serialVersionUID = 1;

    Doubt(String message) {
        super(message);
    }
}
