package nl.datakade.table.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.datakade.table.row.UnreadableFile;
import nl.datakade.table.sheet.NumberFormat;
import nl.datakade.table.sheet.RowSource;
import nl.datakade.table.sheet.Sheet;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A workbook in the format of before 2007. It has 65,536 rows a sheet at most, so it fits in memory. */
final class XlsFile {

    private static final String PROTECTED = "EncryptedPackage";
    private static final List<String> BOOKS = List.of("Workbook", "WORKBOOK", "BOOK", "Book");

    private final HSSFWorkbook workbook;
    private final Map<String, NumberFormat> formats = new HashMap<>();

    private XlsFile(HSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    static XlsFile of(Path file) throws IOException {
        try (var container = new POIFSFileSystem(file.toFile(), true)) {
            var entries = container.getRoot().getEntryNames();
            if (entries.contains(PROTECTED)) {
                throw Workbook.isProtected();
            }
            if (BOOKS.stream().noneMatch(entries::contains)) {
                throw new UnreadableFile(
                        "FORMAT_NOT_READ",
                        "the file is a document of before 2007 that holds no workbook",
                        "send the data itself as CSV, Excel, JSON, GeoJSON or Parquet");
            }
            return new XlsFile(new HSSFWorkbook(container, false));
        } catch (UnreadableFile known) {
            throw known;
        } catch (EncryptedDocumentException locked) {
            throw Workbook.isProtected();
        } catch (OldExcelFormatException older) {
            throw new UnreadableFile(
                    "FORMAT_NOT_READ",
                    "the workbook is of Excel 95 or before, which is not read",
                    "open it in a spreadsheet, save it as .xlsx and send that");
        } catch (RuntimeException | IOException damaged) { // the library passes on what it trips over
            throw Workbook.damaged("its list of contents");
        }
    }

    List<Sheet> sheets() {
        var sheets = new ArrayList<Sheet>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            sheets.add(new XlsSheet(i));
        }
        return sheets;
    }

    private final class XlsSheet implements Sheet {

        private final int index;

        XlsSheet(int index) {
            this.index = index;
        }

        @Override
        public String name() {
            return workbook.getSheetName(index);
        }

        @Override
        public boolean isHidden() {
            return workbook.isSheetHidden(index) || workbook.isSheetVeryHidden(index);
        }

        @Override
        public RowSource open() {
            boolean from1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
            return new XlsRows(workbook.getSheetAt(index), from1904, formats);
        }
    }
}
