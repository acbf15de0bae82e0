package nl.datakade.ingest.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import nl.datakade.ingest.retention.Term;
import org.jspecify.annotations.Nullable;

/**
 * How far back the versions of a stream show. Parts leave whole: none becomes so large, or spans so long a time, that
 * much would go with it.
 *
 * @param oldest a part goes when all of it landed before
 * @param kept a part goes when any of it landed before, for it may be kept no longer
 * @param together what landed before stays in parts of its own
 * @param rows that are shown; the oldest part goes when there are as many without it
 */
record Window(Instant oldest, Instant kept, Instant together, long rows) {

    private static final long LARGE = 1_000_000;
    private static final int LEAVE_SINGLY = 8;

    /** @param period for which a rule lets data be kept; null where there is none */
    static Window of(Instant now, Duration shown, @Nullable Period period, long rows) {
        var oldest = now.minus(shown);
        var kept = period == null ? Instant.EPOCH : Term.begin(period, now);
        var bound = kept.isAfter(oldest) ? kept : oldest;
        return new Window(oldest, kept, now.minus(Duration.between(bound, now).dividedBy(LEAVE_SINGLY)), rows);
    }

    /** @param more rows that will stand beside them */
    List<StreamPart> shown(List<StreamPart> present, long more) {
        int first = 0;
        long total = more + present.stream().mapToLong(StreamPart::rows).sum();
        while (first < present.size() && leaves(present.get(first), total)) {
            total -= present.get(first++).rows();
        }
        return present.subList(first, present.size());
    }

    /** Those that may be kept, shown or not. */
    List<StreamPart> permitted(List<StreamPart> present) {
        return present.stream().filter(part -> !isPastKeeping(part)).toList();
    }

    private boolean isPastKeeping(StreamPart part) {
        return part.since().isBefore(kept);
    }

    private boolean leaves(StreamPart part, long total) {
        return part.until().isBefore(oldest) || isPastKeeping(part) || total - part.rows() >= rows;
    }

    /** In one part. */
    long most() {
        return Math.min(LARGE, rows / LEAVE_SINGLY);
    }
}
