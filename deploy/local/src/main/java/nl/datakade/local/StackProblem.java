package nl.datakade.local;

/** Why something cannot start or stop, as one sentence for a person, with the remedy. */
public final class StackProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackProblem(String sentence) {
        super(sentence);
    }

    public StackProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
