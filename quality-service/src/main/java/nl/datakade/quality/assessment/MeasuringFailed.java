package nl.datakade.quality.assessment;

/** The tables could not be measured, and trying again may not help. The message never holds a value. */
final class MeasuringFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MeasuringFailed(String message) {
        super(message);
    }
}
