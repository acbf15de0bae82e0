package nl.datakade.access.query;

import java.util.List;
import nl.datakade.access.disclosure.Disclosed;

/** What came of judging a question: both are logged, and only then does anything else happen. */
sealed interface Judgement {

    record Allowed(Permission permission) implements Judgement {}

    /**
     * No answer.
     *
     * @param reason the stable code that the log keeps
     */
    record Refused(String reason, List<Disclosed.Use> uses, QueryProblem problem) implements Judgement {}
}
