package nl.datakade.city;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what passes on its way into a file. */
final class Tally implements RowWriter {
    private final RowWriter file;
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private int records;
    private int rejected;

    Tally(RowWriter file) {
        this.file = file;
    }

    @Override
    public void row(@Nullable Object... cells) throws IOException {
        records++;
        boolean unreadable = false;
        for (Object cell : cells) {
            if (cell instanceof Spoilt spoilt) {
                note(spoilt.fault());
                unreadable |= spoilt.fault().unreadable();
            }
        }
        if (unreadable) {
            rejected++;
        }
        file.row(cells);
    }

    @Override
    public void duplicate(@Nullable Object... cells) throws IOException {
        note(Fault.DUPLICATE);
        row(cells);
    }

    @Override
    public void footer(String line) throws IOException {
        note(Fault.FOOTER);
        file.footer(line);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void note(Fault fault) {
        faults.merge(fault, 1, Integer::sum);
    }

    int records() {
        return records;
    }

    int rejected() {
        return rejected;
    }

    Map<Fault, Integer> faults() {
        return Map.copyOf(faults);
    }
}
