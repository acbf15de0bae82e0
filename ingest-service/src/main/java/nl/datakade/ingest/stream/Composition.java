package nl.datakade.ingest.stream;

import java.time.Instant;
import java.util.List;

/**
 * Of which parts the next version consists. New rows become a small part; sixteen of a kind become one of the next
 * level, so that a version has a few dozen parts at most and every row is written again only a few times.
 *
 * @param kept parts of the version before that the next one shows as they are, oldest first
 * @param merged those behind them that the new part takes in
 * @param level of the new part
 */
record Composition(List<StreamPart> kept, List<StreamPart> merged, int level) {

    private static final int FAN = 16;
    private static final int HIGHEST = 3;
    private static final long LARGE = 1_000_000;

    /**
     * The rule.
     *
     * @param present oldest first
     * @param rows new ones
     * @param revision of the columns now; a part that lacks one cannot stand beside one that has it
     * @param oldest what landed before has had its time
     * @param most rows in all
     */
    static Composition of(List<StreamPart> present, long rows, int revision, Instant oldest, long most) {
        int first = 0;
        long total = rows + present.stream().mapToLong(StreamPart::rows).sum();
        while (first < present.size() && (present.get(first).until().isBefore(oldest) || total > most)) {
            total -= present.get(first++).rows();
        }
        var shown = present.subList(first, present.size());
        if (shown.stream().anyMatch(part -> part.revision() != revision)) {
            return new Composition(List.of(), shown, highest(shown));
        }
        int from = shown.size();
        int level = 0;
        for (; level < HIGHEST; level++) {
            int start = from;
            while (start > 0
                    && shown.get(start - 1).level() == level
                    && shown.get(start - 1).rows() < LARGE) {
                start--;
            }
            if (from - start < FAN - 1) {
                break;
            }
            from = start;
        }
        return new Composition(shown.subList(0, from), shown.subList(from, shown.size()), level);
    }

    private static int highest(List<StreamPart> parts) {
        return parts.stream().mapToInt(StreamPart::level).max().orElse(0);
    }

    /** The moment since which the new part has rows. */
    Instant since(Instant now) {
        return merged.isEmpty() ? now : merged.getFirst().since();
    }
}
