package nl.datakade.table.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.table.row.RawTable;
import nl.datakade.table.row.UnreadableFile;
import nl.datakade.table.text.Guidance;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** The sheets of a workbook: Excel, Excel of before 2007, OpenDocument. */
public final class Workbook {

    private Workbook() {}

    /** The sheets that hold at least a header, in order. */
    public static List<RawTable> tables(Path file, Guidance guidance) throws IOException {
        var tables = new ArrayList<RawTable>();
        try (var workbook = open(file)) {
            for (var sheet : workbook.getSheets().toList()) {
                int index = sheet.getIndex();
                var table = SheetTable.of(
                        sheet.getName(), (skipped, width) -> new SheetRows(file, index, skipped, width), guidance);
                if (!table.columnLabels().isEmpty()) {
                    tables.add(table);
                }
            }
        } catch (RuntimeException damaged) { // the library passes on what its parsers throw
            throw damaged();
        }
        return tables;
    }

    /** The sheets of a workbook in the format of before 2007. It has 65,536 rows at most, so it fits in memory. */
    public static List<RawTable> oldTables(Path file, Guidance guidance) throws IOException {
        var tables = new ArrayList<RawTable>();
        try (var workbook = OldSheetRows.open(file)) {
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                int index = i;
                var table = SheetTable.of(
                        workbook.getSheetName(i),
                        (skipped, width) -> new OldSheetRows(file, index, skipped, width),
                        guidance);
                if (!table.columnLabels().isEmpty()) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    /** The sheets of an OpenDocument spreadsheet. */
    public static List<RawTable> openDocumentTables(Path file, Guidance guidance) throws IOException {
        var tables = new ArrayList<RawTable>();
        var names = OpenDocumentRows.sheets(file);
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            var table = SheetTable.of(
                    names.get(i), (skipped, width) -> new OpenDocumentRows(file, index, skipped, width), guidance);
            if (!table.columnLabels().isEmpty()) {
                tables.add(table);
            }
        }
        return tables;
    }

    static ReadableWorkbook open(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        } catch (RuntimeException | IOException damaged) {
            throw damaged();
        }
    }

    static UnreadableFile damaged() {
        return new UnreadableFile(
                "BROKEN_WORKBOOK",
                "the Excel workbook is damaged, cut off or protected with a password",
                "open it in Excel, save it again without a password, and send that");
    }
}
