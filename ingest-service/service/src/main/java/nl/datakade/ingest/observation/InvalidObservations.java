package nl.datakade.ingest.observation;

import java.util.ArrayList;
import java.util.List;
import nl.datakade.platform.problem.InvalidInput;

/** What is wrong in a body, line by line; after so many mistakes the rest is not told. */
final class InvalidObservations {

    private static final int MOST = 20;

    private final List<InvalidInput> found = new ArrayList<>();

    void add(int line, String field, String expected) {
        if (found.size() < MOST) {
            found.add(new InvalidInput("body", field, expected, line, null));
        }
    }

    void requireNone() {
        if (!found.isEmpty()) {
            throw new ObservationProblem.Invalid(found);
        }
    }
}
