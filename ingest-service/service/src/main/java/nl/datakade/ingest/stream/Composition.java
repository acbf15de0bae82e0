package nl.datakade.ingest.stream;

import java.time.Instant;
import java.util.List;

/**
 * Of which parts the next version consists. New rows become a small part; sixteen of a kind become one of the next
 * level, so that a version has a few dozen parts at most and every row is written again only a few times.
 *
 * @param kept parts of the version before that the next one shows as they are, oldest first
 * @param merged those behind them that the new part takes in
 * @param rewritten whether those kept lack columns, and are to be written again one by one
 * @param level of the new part
 */
record Composition(List<StreamPart> kept, List<StreamPart> merged, boolean rewritten, int level) {

    /** Without rows, for a version that brings none and shows none. */
    static final Composition EMPTY = new Composition(List.of(), List.of(), false, 0);

    private static final int FAN = 16;
    private static final int HIGHEST = 3;

    /**
     * The rule.
     *
     * @param present oldest first
     * @param rows new ones
     * @param revision of the columns now; a part that lacks one cannot stand beside one that has it
     */
    static Composition of(List<StreamPart> present, long rows, int revision, Window window) {
        var shown = window.shown(present, rows);
        long large = window.most();
        long merged = rows;
        int from = shown.size();
        int level = 0;
        for (; level < HIGHEST; level++) {
            int start = from;
            while (start > 0
                    && shown.get(start - 1).level() == level
                    && !shown.get(start - 1).since().isBefore(window.together())
                    && merged + shown.get(start - 1).rows() <= large) {
                merged += shown.get(--start).rows();
            }
            if (from - start < FAN - 1) {
                break;
            }
            from = start;
        }
        return new Composition(
                shown.subList(0, from),
                shown.subList(from, shown.size()),
                shown.stream().anyMatch(part -> part.revision() != revision),
                level);
    }

    /** The moment since which the new part has rows. */
    Instant since(Instant now) {
        return merged.isEmpty() ? now : merged.getFirst().since();
    }
}
