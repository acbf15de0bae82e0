package nl.datakade.table.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.table.row.Finding;
import nl.datakade.table.row.RawTable;
import nl.datakade.table.row.Rows;
import nl.datakade.table.text.Guidance;
import nl.datakade.table.text.Layout;
import nl.datakade.table.text.LayoutDetector;
import org.jspecify.annotations.Nullable;

/** One sheet as a table: titles above the header left out, blank rows skipped. */
final class SheetTable implements RawTable {

    /** Opens the filled rows of the sheet. */
    @FunctionalInterface
    interface Sheet {
        /**
         * Starts a pass.
         *
         * @param skipped filled rows to leave out at the start
         * @param width of every row, or 0 to give each as wide as it is
         */
        Rows open(int skipped, int width) throws IOException;
    }

    private final String name;
    private final Sheet sheet;
    private final Layout layout;

    private SheetTable(String name, Sheet sheet, Layout layout) {
        this.name = name;
        this.sheet = sheet;
        this.layout = layout;
    }

    static SheetTable of(String name, Sheet sheet, Guidance guidance) throws IOException {
        try (var rows = sheet.open(0, 0)) {
            return new SheetTable(name, sheet, LayoutDetector.detect(rows, guidance));
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
            findings.add(Finding.info("PREAMBLE", 1L, layout.preamble() + " rows above the table are left out")
                    .with(layout.preamble()));
        }
        if (layout.headerLine() == 0) {
            findings.add(Finding.warning(
                    "NO_HEADER", null, "the first row is data, so the columns have no names of their own"));
        }
        return findings;
    }

    @Override
    public Rows open() throws IOException {
        return sheet.open(layout.skipped(), layout.width());
    }
}
