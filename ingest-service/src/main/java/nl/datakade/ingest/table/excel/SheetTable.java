package nl.datakade.ingest.table.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.ingest.table.row.Finding;
import nl.datakade.ingest.table.row.RawTable;
import nl.datakade.ingest.table.row.Rows;
import nl.datakade.ingest.table.text.Layout;
import nl.datakade.ingest.table.text.LayoutDetector;
import org.jspecify.annotations.Nullable;

/** One sheet as a table: titles above the header left out, blank rows skipped. */
final class SheetTable implements RawTable {

    private final Path file;
    private final int index;
    private final String name;
    private final Layout layout;

    private SheetTable(Path file, int index, String name, Layout layout) {
        this.file = file;
        this.index = index;
        this.name = name;
        this.layout = layout;
    }

    static SheetTable of(Path file, int index, String name) throws IOException {
        try (var rows = new SheetRows(file, index, 0, 0)) {
            return new SheetTable(file, index, name, LayoutDetector.detect(rows));
        }
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public List<String> columnLabels() {
        return layout.labels();
    }

    @Override
    public List<@Nullable String> units() {
        return layout.units();
    }

    @Override
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        if (layout.preamble() > 0) {
            findings.add(Finding.info("PREAMBLE", 1L, layout.preamble() + " rows above the table are left out"));
        }
        if (layout.headerLine() == 0) {
            findings.add(Finding.warning(
                    "NO_HEADER", null, "the first row is data, so the columns have no names of their own"));
        }
        return findings;
    }

    @Override
    public Rows open() throws IOException {
        return new SheetRows(file, index, layout.skipped(), layout.width());
    }
}
