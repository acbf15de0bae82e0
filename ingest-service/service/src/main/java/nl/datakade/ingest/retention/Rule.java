package nl.datakade.ingest.retention;

import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long versions are kept, at most. Whichever bound is passed first counts: a period says how long data may be kept
 * (AVG art. 5(1)(e)), which a number of versions does not lengthen.
 *
 * @param versions so many released versions, the current one included
 * @param period from the landing
 * @param current whether the period holds for the current version too
 */
record Rule(@Nullable Integer versions, @Nullable Period period, boolean current) {

    static Optional<Rule> of(@Nullable Integer versions, @Nullable String period, boolean current) {
        return versions == null && period == null
                ? Optional.empty()
                : Optional.of(new Rule(versions, period == null ? null : Period.parse(period), current));
    }

    /** As it stands in tombstones. */
    @Override
    public String toString() {
        return String.join(
                ", ",
                java.util.stream.Stream.of(
                                versions == null ? "" : "versions=" + versions,
                                period == null ? "" : "period=" + period,
                                current ? "current too" : "")
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}
