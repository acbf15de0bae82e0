package nl.datakade.table.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nl.datakade.table.row.UnreadableFile;
import nl.datakade.table.sheet.Sheet;

/** The sheets of a workbook: Excel of its several times, OpenDocument. */
public final class Workbook {

    private Workbook() {}

    public static List<? extends Sheet> sheets(Path file) throws IOException {
        return XlsxFile.of(file).sheets();
    }

    /** Of a workbook in the format of before 2007. */
    public static List<? extends Sheet> oldSheets(Path file) throws IOException {
        return XlsFile.of(file).sheets();
    }

    /** Of a workbook as XML in one piece, which Excel 2003 could write. */
    public static List<? extends Sheet> xmlSheets(Path file) throws IOException {
        return XmlWorkbook.sheets(file);
    }

    /** Of an OpenDocument spreadsheet. */
    public static List<? extends Sheet> openDocumentSheets(Path file) throws IOException {
        return OpenDocument.sheets(file);
    }

    /** @param where what was being read when it went wrong: a part, a sheet and row */
    static UnreadableFile damaged(String where) {
        return new UnreadableFile(
                "BROKEN_WORKBOOK",
                "the workbook is damaged or cut off: it goes wrong in " + where,
                "open it where it was made, save it again and send that");
    }

    static UnreadableFile isProtected() {
        return new UnreadableFile(
                "PROTECTED_WORKBOOK",
                "the workbook is protected with a password, so that its contents cannot be read",
                "open it in a spreadsheet, save it without a password and send that");
    }
}
