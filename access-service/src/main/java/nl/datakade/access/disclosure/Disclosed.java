package nl.datakade.access.disclosure;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the log holds of a query, or of another way in which data was seen. */
public sealed interface Disclosed {

    enum Verdict {
        GRANTED,
        REFUSED
    }

    /**
     * Written before the first row leaves.
     *
     * @param reason of a refusal: a stable code
     */
    record Decision(Verdict decision, @Nullable String reason, List<Use> uses) implements Disclosed {

        public static Decision granted(List<Use> uses) {
            return new Decision(Verdict.GRANTED, null, uses);
        }

        public static Decision refused(String reason, List<Use> uses) {
            return new Decision(Verdict.REFUSED, reason, uses);
        }
    }

    /** Written when the answer ended. */
    record Outcome(String outcome, long rows, boolean truncated, long milliseconds) implements Disclosed {}

    /**
     * Written before another service shows something.
     *
     * @param reporter the client of the service that shows it
     */
    record Report(String reporter, List<Use> uses) implements Disclosed {}

    /** Written before a copy of the log leaves. */
    record Export(long from, long limit) implements Disclosed {}

    /** Written before the statement of a query is shown. */
    record StatementRead(UUID query) implements Disclosed {}

    /** What of one dataset a statement reaches. */
    record Use(UUID datasetId, String dataset, @Nullable Integer version, List<String> columns) {}
}
