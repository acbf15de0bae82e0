package nl.datakade.table.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.datakade.table.row.CellWatch;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Finding;
import org.jspecify.annotations.Nullable;

/** Finds the values whose characters the bytes of a text leave open: undefined ones, and all where the encoding is unsure. */
final class HighCells implements CellWatch {

    private static final byte LEAD_OF_CONTROLS = (byte) 0xC2;
    private static final byte CONTROLS_END = (byte) 0xA0;

    private final Encoding encoding;
    private final Map<Integer, Met> undefined = new HashMap<>();
    private final Map<Integer, Met> unsure = new HashMap<>();

    private HighCells(Encoding encoding) {
        this.encoding = encoding;
    }

    /** Null where every byte is a character, and which one is clear. */
    static @Nullable HighCells of(Encoding encoding) {
        return encoding.findings().isEmpty() ? null : new HighCells(encoding);
    }

    boolean isEmpty() {
        return undefined.isEmpty() && unsure.isEmpty();
    }

    @Override
    public void see(int column, Cells cells) {
        var bytes = cells.bytes();
        boolean high = false;
        boolean control = false;
        for (int i = cells.from(column); i < cells.to(column); i++) {
            high |= bytes[i] < 0;
            control |= bytes[i] == LEAD_OF_CONTROLS && i + 1 < cells.to(column) && bytes[i + 1] < CONTROLS_END;
        }
        if (control && encoding.undefined() > 0) {
            undefined.computeIfAbsent(column, _ -> new Met(cells.line())).count++;
        }
        if (high && encoding.rival() != null) {
            unsure.computeIfAbsent(column, _ -> new Met(cells.line())).count++;
        }
    }

    @Override
    public List<Finding> findings(int column) {
        var findings = new ArrayList<Finding>();
        var met = undefined.get(column);
        if (met != null) {
            findings.add(encoding.undefined(met.line, met.count));
        }
        met = unsure.get(column);
        if (met != null) {
            findings.add(encoding.unsure(met.line, met.count));
        }
        return findings;
    }

    /** Where it was met first, and how often. */
    private static final class Met {

        private final long line;
        private long count;

        Met(long line) {
            this.line = line;
        }
    }
}
