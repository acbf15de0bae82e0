package nl.datakade.table.excel;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import nl.datakade.table.sheet.NumberFormat;
import nl.datakade.table.sheet.RowSource;
import nl.datakade.table.sheet.SheetRow;
import nl.datakade.table.sheet.Shown;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** The rows of a sheet in the format of before 2007. */
final class XlsRows implements RowSource {

    /** Excel itself shows no more digits. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int MAX_COLUMNS = 256;

    private final Sheet sheet;
    private final boolean from1904;
    private final Map<String, NumberFormat> formats;
    private final Map<Integer, CellRangeAddress> merges = new HashMap<>();
    private final BitSet hidden = new BitSet();
    private int next;

    XlsRows(Sheet sheet, boolean from1904, Map<String, NumberFormat> formats) {
        this.sheet = sheet;
        this.from1904 = from1904;
        this.formats = formats;
        this.next = Math.max(0, sheet.getFirstRowNum());
        for (int i = 0; i < MAX_COLUMNS; i++) {
            hidden.set(i, sheet.isColumnHidden(i) || sheet.getColumnWidth(i) == 0);
        }
        for (var merge : sheet.getMergedRegions()) {
            merges.put(merge.getFirstRow() * MAX_COLUMNS + merge.getFirstColumn(), merge);
        }
    }

    @Override
    public BitSet hiddenColumns() {
        return hidden;
    }

    @Override
    public boolean next(SheetRow out) throws IOException {
        while (next <= sheet.getLastRowNum()) {
            var row = sheet.getRow(next++);
            if (row == null) {
                continue;
            }
            try {
                read(row, out);
                return true;
            } catch (RuntimeException damaged) { // the library passes on what it trips over
                throw Workbook.damaged("sheet " + sheet.getSheetName() + ", row " + next);
            }
        }
        return false;
    }

    private void read(Row row, SheetRow out) {
        out.begin(row.getRowNum() + 1L, row.getZeroHeight());
        for (var cell : row) {
            int column = cell.getColumnIndex();
            out.set(column, shown(cell));
            var merge = merges.get(row.getRowNum() * MAX_COLUMNS + column);
            if (merge != null) {
                out.merge(column, merge.getLastRow() - merge.getFirstRow(), merge.getLastColumn() - column);
            }
        }
    }

    private Shown shown(Cell cell) {
        var type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> number(cell);
            case STRING -> Shown.text(cell.getStringCellValue());
            case BOOLEAN -> Shown.truth(cell.getBooleanCellValue());
            case ERROR -> Shown.text(failure(cell));
            case BLANK, FORMULA, _NONE -> Shown.NOTHING;
        };
    }

    /** What the sheet shows for a formula that failed, which is a mark for a missing value. */
    private static String failure(Cell cell) {
        byte code = cell.getErrorCellValue();
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : FormulaError.NA.getString();
    }

    private Shown number(Cell cell) {
        double number = cell.getNumericCellValue();
        if (!Double.isFinite(number)) {
            return Shown.NOTHING;
        }
        var code = cell.getCellStyle().getDataFormatString();
        var format = formats.computeIfAbsent(code == null ? "General" : code, NumberFormat::of);
        return format.show(new BigDecimal(number, DIGITS).toString(), from1904);
    }

    /** The workbook stays in memory as long as its tables do. */
    @Override
    public void close() {}
}
