package nl.datakade.ingest.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import nl.datakade.ingest.delivery.Delivery.State;
import org.jspecify.annotations.Nullable;

/** Which versions of a dataset a rule lets go, without a database or a clock. */
final class DueVersions {

    /**
     * A version that is there.
     *
     * @param tables whether anything in it can be queried
     * @param endedAt null when it has not ended
     */
    record Kept(
            int version,
            State state,
            boolean tables,
            Instant receivedAt,
            @Nullable Instant endedAt) {

        /** It waits for a reader, or has one. */
        private boolean isUnderWay() {
            return state == State.LANDED || state == State.READING;
        }
    }

    private DueVersions() {}

    /** In the order of the versions. */
    static List<Integer> of(List<Kept> versions, Rule rule, Instant now, Duration grace) {
        var good = good(versions);
        var current = current(good, versions);
        return versions.stream()
                .filter(kept -> !kept.isUnderWay())
                .filter(kept ->
                        kept.endedAt() == null || kept.endedAt().plus(grace).isBefore(now))
                .filter(kept -> isDue(kept, current, good, rule, now))
                .map(Kept::version)
                .sorted()
                .toList();
    }

    /** Those released with tables: a letter that came in later takes the place of none of them. Without any, all released. */
    private static List<Kept> good(List<Kept> versions) {
        var released =
                versions.stream().filter(kept -> kept.state() == State.RELEASED).toList();
        var withTables = released.stream().filter(Kept::tables).toList();
        return withTables.isEmpty() ? released : withTables;
    }

    private static boolean isDue(Kept kept, OptionalInt current, List<Kept> good, Rule rule, Instant now) {
        return (current.isPresent() && kept.version() == current.getAsInt())
                ? (rule.current() && isTooOld(kept, rule, now))
                : (isTooOld(kept, rule, now) || isOneTooMany(kept, good, rule));
    }

    /** The last one released; as long as there is none, the last one that may yet be. */
    private static OptionalInt current(List<Kept> good, List<Kept> versions) {
        var released = good.stream().mapToInt(Kept::version).max();
        return released.isPresent()
                ? released
                : versions.stream()
                        .filter(kept -> !kept.state().isEnded())
                        .mapToInt(Kept::version)
                        .max();
    }

    private static boolean isTooOld(Kept kept, Rule rule, Instant now) {
        return rule.period() != null && Term.isOver(kept.receivedAt(), rule.period(), now);
    }

    private static boolean isOneTooMany(Kept kept, List<Kept> good, Rule rule) {
        return rule.versions() != null
                && good.stream()
                                .filter(other -> other.version() > kept.version())
                                .count()
                        >= rule.versions();
    }
}
