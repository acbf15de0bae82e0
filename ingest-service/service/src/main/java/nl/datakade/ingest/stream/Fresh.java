package nl.datakade.ingest.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * What of a batch has not landed before.
 *
 * @param count observations among it
 * @param passedOver observations not among it
 * @param digests to be remembered: of the observations, and of the requests
 */
record Fresh(long count, long passedOver, Set<UUID> digests) {

    /** All digests that a batch brings, to ask which of them were seen. */
    static Set<UUID> asked(Backlog.Batch batch) {
        var digests = new HashSet<UUID>();
        for (var waiting : batch.waiting()) {
            digests.addAll(waiting.observations().digests());
            if (waiting.observations().request() != null) {
                digests.add(waiting.observations().request());
            }
        }
        digests.remove(ObservationRecord.NONE);
        return digests;
    }

    /** Writes the lines that are fresh, in their order. */
    static Fresh write(Backlog.Batch batch, Set<UUID> seen, OutputStream out) throws IOException {
        var remembered = new LinkedHashSet<UUID>();
        long count = 0;
        long passedOver = 0;
        for (var waiting : batch.waiting()) {
            var observations = waiting.observations();
            var request = observations.request();
            if (request != null && (seen.contains(request) || !remembered.add(request))) {
                passedOver += observations.count();
            } else if (observations.digests().isEmpty()) {
                out.write(observations.lines());
                count += observations.count();
            } else {
                long written = lines(observations, seen, remembered, out);
                count += written;
                passedOver += observations.count() - written;
            }
        }
        return new Fresh(count, passedOver, remembered);
    }

    private static long lines(ObservationRecord observations, Set<UUID> seen, Set<UUID> remembered, OutputStream out)
            throws IOException {
        var lines = observations.lines();
        long written = 0;
        int start = 0;
        for (var digest : observations.digests()) {
            int end = start;
            while (lines[end] != '\n') {
                end++;
            }
            if (digest.equals(ObservationRecord.NONE) || (!seen.contains(digest) && remembered.add(digest))) {
                out.write(lines, start, end + 1 - start);
                written++;
            }
            start = end + 1;
        }
        return written;
    }
}
