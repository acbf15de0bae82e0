package nl.datakade.catalog.dataset;

/** The dataset was asked for by a former name. */
final class DatasetMoved extends RuntimeException {

    private final String from;
    private final String to;

    DatasetMoved(String from, String to) {
        super("renamed", null, false, false);
        this.from = from;
        this.to = to;
    }

    String from() {
        return from;
    }

    String to() {
        return to;
    }
}
