package nl.datakade.catalog.dataset;

import java.util.List;
import nl.datakade.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/** What only the service sets: it may come along as it was fetched, and a request to change it is refused. */
final class ReadOnly {

    /** All of it but the name, which a patch may change. */
    static final List<String> FIELDS = List.of(
            "id",
            "status",
            "missing",
            "findings",
            "departmentName",
            "formerNames",
            "currentVersion",
            "latestVersion",
            "score",
            "classifiedBy",
            "classifiedAt",
            "createdAt",
            "updatedAt",
            "proposals",
            "links");

    private ReadOnly() {}

    /**
     * Adds what was sent and is not so.
     *
     * @param name of the dataset; null when it is being changed
     * @param present null for a dataset that does not exist yet
     */
    static void check(Submission sent, @Nullable String name, @Nullable Dataset present, List<InvalidInput> errors) {
        if (sent.id() != null
                && (present == null || !sent.id().equals(present.id().toString()))) {
            errors.add(InvalidInput.body("id", "{expected.read-only}"));
        }
        if (sent.status() != null
                && (present == null || !sent.status().equals(present.status().name()))) {
            errors.add(InvalidInput.body("status", "{expected.read-only}"));
        }
        if (sent.name() != null && name != null && !sent.name().equals(name)) {
            errors.add(InvalidInput.body("name", "{expected.name-of-address}"));
        }
    }
}
