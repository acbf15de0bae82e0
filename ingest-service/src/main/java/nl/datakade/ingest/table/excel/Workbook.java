package nl.datakade.ingest.table.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.ingest.table.row.RawTable;
import nl.datakade.ingest.table.row.UnreadableFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** The sheets of an Excel workbook. */
public final class Workbook {

    private Workbook() {}

    /** The sheets that hold at least a header, in order. */
    public static List<RawTable> tables(Path file) throws IOException {
        var tables = new ArrayList<RawTable>();
        try (var workbook = open(file)) {
            for (var sheet : workbook.getSheets().toList()) {
                var table = SheetTable.of(file, sheet.getIndex(), sheet.getName());
                if (!table.columnLabels().isEmpty()) {
                    tables.add(table);
                }
            }
        } catch (ExcelReaderException | IllegalArgumentException | IllegalStateException damaged) {
            throw damaged();
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
