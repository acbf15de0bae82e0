package nl.datakade.table.text;

import java.util.EnumMap;
import nl.datakade.table.row.LineAccount;

/** Counts the lines of a text that are no rows, by what they are. */
final class LineCounts {

    private final EnumMap<LineKind, Long> counts = new EnumMap<>(LineKind.class);

    void add(LineKind kind, long lines) {
        counts.merge(kind, lines, Long::sum);
    }

    LineAccount account(long lines) {
        return new LineAccount(
                lines,
                of(LineKind.TITLE),
                of(LineKind.HEADING),
                of(LineKind.UNITS),
                of(LineKind.COMMENT),
                of(LineKind.BLANK),
                of(LineKind.REPEATED_HEADING),
                of(LineKind.NOTE),
                0,
                0);
    }

    private long of(LineKind kind) {
        return counts.getOrDefault(kind, 0L);
    }
}
