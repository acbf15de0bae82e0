package nl.datakade.table.excel;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Rows;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;

/** The filled rows of a sheet in the format of before 2007. */
final class OldSheetRows implements Rows {

    /** Excel itself shows no more digits. */
    private static final MathContext DIGITS = new MathContext(15);

    private final HSSFWorkbook workbook;
    private final Sheet sheet;
    private final int width;
    private int toSkip;
    private int next;

    OldSheetRows(Path file, int index, int skipped, int width) throws IOException {
        this.workbook = open(file);
        this.sheet = workbook.getSheetAt(index);
        this.toSkip = skipped;
        this.width = width;
        this.next = sheet.getFirstRowNum();
    }

    static HSSFWorkbook open(Path file) throws IOException {
        try (var container = new POIFSFileSystem(file.toFile(), true)) {
            return new HSSFWorkbook(container, false);
        } catch (RuntimeException | IOException damaged) {
            throw Workbook.damaged();
        }
    }

    @Override
    public boolean next(Cells cells) {
        while (next >= 0 && next <= sheet.getLastRowNum()) {
            var row = sheet.getRow(next++);
            int filled = row == null ? 0 : filled(row);
            if (row == null || filled == 0) {
                continue;
            }
            if (toSkip > 0) {
                toSkip--;
                continue;
            }
            cells.begin(row.getRowNum() + 1L);
            for (int i = 0; i < (width == 0 ? filled : width); i++) {
                add(cells, row.getCell(i));
            }
            return true;
        }
        return false;
    }

    private static int filled(Row row) {
        for (int i = row.getLastCellNum() - 1; i >= 0; i--) {
            var cell = row.getCell(i);
            if (cell != null
                    && cell.getCellType() != CellType.BLANK
                    && !cell.toString().isBlank()) {
                return i + 1;
            }
        }
        return 0;
    }

    private static void add(Cells cells, @Nullable Cell cell) {
        if (cell == null) {
            cells.add(null, CellKind.ABSENT);
            return;
        }
        var type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        switch (type) {
            case NUMERIC -> number(cells, cell);
            case STRING -> cells.add(cell.getStringCellValue(), CellKind.TEXT);
            case BOOLEAN -> cells.add(Boolean.toString(cell.getBooleanCellValue()), CellKind.BOOLEAN);
            case ERROR -> cells.add(failure(cell), CellKind.TEXT);
            case BLANK, FORMULA, _NONE -> cells.add(null, CellKind.ABSENT);
        }
    }

    /** What the sheet shows for a formula that failed, which is a mark for a missing value. */
    private static String failure(Cell cell) {
        byte code = cell.getErrorCellValue();
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : FormulaError.NA.getString();
    }

    private static void number(Cells cells, Cell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            cells.add(Timestamps.iso(cell.getLocalDateTimeCellValue()), CellKind.TEMPORAL);
        } else {
            var exact = new BigDecimal(cell.getNumericCellValue(), DIGITS).stripTrailingZeros();
            cells.add(exact.toPlainString(), CellKind.NUMBER);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
