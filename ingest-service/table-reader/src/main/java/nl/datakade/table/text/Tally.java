package nl.datakade.table.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import nl.datakade.table.row.Finding;

/** Counts what a pass met beside ordinary rows, with the first line of each kind. */
final class Tally {

    enum Kind {
        MARK_INSIDE("byte order marks inside the text, as joined files have, left out", true),
        BLANK("blank lines, left out", false),
        EMPTY_ROWS("rows of delimiters alone inside the table, kept as rows without values", false),
        COMMENT("comment lines, left out", false),
        REPEATED_HEADER("repeated headers, left out", false),
        FOOTER("lines under the table, left out", false),
        SURPLUS_DELIMITERS("rows with more delimiters than the header, nothing behind them", false),
        FILLED_UP("rows with fewer cells than the header, read as missing at the end", true),
        OTHER_DIALECT("rows written in another dialect than the rest, read in that", true),
        JOINED("rows broken over several lines without quotes, joined", true),
        RAGGED_ROWS("rows whose number of cells does not fit the header, rejected", true);

        private final String words;
        private final boolean warning;

        Kind(String words, boolean warning) {
            this.words = words;
            this.warning = warning;
        }
    }

    private final EnumMap<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final EnumMap<Kind, Long> firstLines = new EnumMap<>(Kind.class);

    void note(Kind kind, long line) {
        note(kind, line, 1);
    }

    void note(Kind kind, long line, long times) {
        if (times > 0) {
            counts.merge(kind, times, Long::sum);
            firstLines.putIfAbsent(kind, line);
        }
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        firstLines.forEach((kind, line) -> {
            var message = counts.get(kind) + " " + kind.words;
            findings.add((kind.warning
                            ? Finding.warning(kind.name(), line, message)
                            : Finding.info(kind.name(), line, message))
                    .with(counts.getOrDefault(kind, 0L)));
        });
        return findings;
    }
}
