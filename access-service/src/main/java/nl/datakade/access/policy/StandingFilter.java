package nl.datakade.access.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import nl.datakade.access.policy.Policies.Revision;
import nl.datakade.access.policy.Policy.FilterColumn;
import org.jspecify.annotations.Nullable;

/**
 * The filter from which another one differs: what two persons decided last about the table, else what was set last. A
 * revision without the table says nothing about it, so that dropping a table and taking it in again changes nothing.
 *
 * @param filter null when all rows may be seen
 * @param columns which columns those of the filter are; null when that was not kept
 * @param byTwo whether two persons decided it
 */
record StandingFilter(@Nullable String filter, @Nullable Map<String, FilterColumn> columns, boolean byTwo) {

    /** @param revisions newest first */
    static StandingFilter of(String table, List<Revision> revisions) {
        return last(table, revisions, revision -> revision.proposal() != null)
                .or(() -> last(table, revisions, _ -> true))
                .orElseGet(() -> new StandingFilter(null, null, false));
    }

    private static Optional<StandingFilter> last(String table, List<Revision> revisions, Predicate<Revision> which) {
        return revisions.stream()
                .filter(which)
                .flatMap(revision -> revision.policy().tables().stream()
                        .filter(found -> found.table().equals(table))
                        .map(found ->
                                new StandingFilter(found.filter(), found.filterColumns(), revision.proposal() != null)))
                .findFirst();
    }

    /** The same words about other columns, or about values that are read otherwise, are another filter. */
    boolean isOtherThan(@Nullable String wanted, @Nullable Map<String, FilterColumn> wantedColumns) {
        return !Objects.equals(filter, wanted) || (columns != null && !columns.equals(wantedColumns));
    }
}
