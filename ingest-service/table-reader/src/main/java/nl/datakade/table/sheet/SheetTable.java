package nl.datakade.table.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Finding;
import nl.datakade.table.row.RawTable;
import nl.datakade.table.row.Rows;
import nl.datakade.table.text.Guidance;
import nl.datakade.table.text.Layout;
import nl.datakade.table.text.LayoutDetector;
import org.jspecify.annotations.Nullable;

/** One sheet as a table: titles above the header left out, blank rows skipped. */
public final class SheetTable implements RawTable {

    private final Sheet sheet;
    private final boolean withHidden;
    private final Layout layout;
    private PassNotes notes;

    private SheetTable(Sheet sheet, boolean withHidden, Layout layout) {
        this.sheet = sheet;
        this.withHidden = withHidden;
        this.layout = layout;
        this.notes = new PassNotes(layout.headerLine());
    }

    /**
     * The sheets that hold at least a header, in order.
     *
     * @param withHidden whether hidden sheets, columns and rows are read too
     * @param findings receives which sheets are left out
     */
    public static List<RawTable> of(
            List<? extends Sheet> sheets, Guidance guidance, boolean withHidden, List<Finding> findings)
            throws IOException {
        var tables = new ArrayList<RawTable>();
        for (var sheet : sheets) {
            if (!sheet.isHidden() || withHidden) {
                var table = of(sheet, guidance, withHidden);
                if (!table.columnLabels().isEmpty()) {
                    tables.add(table);
                }
            } else if (holdsCells(sheet)) {
                findings.add(Finding.warning(
                                "HIDDEN_SHEET",
                                null,
                                "the hidden sheet " + sheet.name() + " is left out; a read instruction brings it in")
                        .with(sheet.name()));
            }
        }
        return tables;
    }

    private static boolean holdsCells(Sheet sheet) throws IOException {
        try (var rows = new VisibleRows(sheet.open(), true, 0, 0, new PassNotes(0), null)) {
            return rows.next(new Cells());
        }
    }

    private static SheetTable of(Sheet sheet, Guidance guidance, boolean withHidden) throws IOException {
        var head = new Head();
        try (var rows = new VisibleRows(sheet.open(), withHidden, 0, 0, new PassNotes(0), head)) {
            var layout = LayoutDetector.detect(rows, guidance);
            return new SheetTable(sheet, withHidden, MergedHeader.of(layout, head, guidance.isAboutLayout()));
        }
    }

    @Override
    public String label() {
        return sheet.name();
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
    public BitSet textColumns() {
        return notes.texts();
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
        findings.addAll(notes.findings(layout.labels()));
        return findings;
    }

    @Override
    public Rows open() throws IOException {
        notes = new PassNotes(layout.headerLine());
        return new VisibleRows(sheet.open(), withHidden, layout.skipped(), layout.width(), notes, null);
    }
}
