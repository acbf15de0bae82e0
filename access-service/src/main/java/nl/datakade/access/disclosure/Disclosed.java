package nl.datakade.access.disclosure;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the log holds of a query. */
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

    /** What of one dataset a statement reaches. */
    record Use(UUID datasetId, String dataset, @Nullable Integer version, List<String> columns) {}
}
