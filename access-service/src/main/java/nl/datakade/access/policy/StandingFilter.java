package nl.datakade.access.policy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.datakade.access.policy.Policies.Revision;
import nl.datakade.access.policy.Policy.TablePolicy;
import org.jspecify.annotations.Nullable;

/**
 * The filter from which another one differs: what two persons decided last about the table, else what was set last. A
 * revision without the table says nothing about it, so that dropping a table and taking it in again changes nothing.
 *
 * @param filter null when all rows may be seen
 * @param byTwo whether two persons decided it
 */
record StandingFilter(@Nullable String filter, boolean byTwo) {

    /** @param revisions newest first */
    static StandingFilter of(String table, List<Revision> revisions) {
        return last(table, revisions, revision -> revision.proposal() != null)
                .or(() -> last(table, revisions, _ -> true))
                .orElseGet(() -> new StandingFilter(null, false));
    }

    private static Optional<StandingFilter> last(String table, List<Revision> revisions, Predicate<Revision> which) {
        return revisions.stream()
                .filter(which)
                .filter(revision -> revision.policy().tables().stream()
                        .map(TablePolicy::table)
                        .anyMatch(table::equals))
                .findFirst()
                .map(revision -> new StandingFilter(revision.policy().filterOf(table), revision.proposal() != null));
    }

    boolean isOtherThan(@Nullable String wanted) {
        return filter == null ? wanted != null : !filter.equals(wanted);
    }
}
