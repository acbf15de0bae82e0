package nl.datakade.access.statement;

/** The statement was not judged, and that is not its fault: the parser's process failed or ended. Trying again helps. */
public final class ParserFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ParserFailed(String how) {
        super(how, null, false, false);
    }
}
