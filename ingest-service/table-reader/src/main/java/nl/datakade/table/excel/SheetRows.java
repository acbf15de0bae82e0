package nl.datakade.table.excel;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Iterator;
import java.util.stream.Stream;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Rows;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The filled rows of a sheet. A number in a date's format is a date; a formula is its value. */
final class SheetRows implements Rows {

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final int width;
    private int toSkip;

    /** @param width of every row, or 0 to give each as wide as it is */
    SheetRows(Path file, int sheet, int skipped, int width) throws IOException {
        this.workbook = Workbook.open(file);
        this.toSkip = skipped;
        this.width = width;
        try {
            this.stream =
                    workbook.getSheet(sheet).orElseThrow(Workbook::damaged).openStream();
            this.rows = stream.iterator();
        } catch (RuntimeException | IOException damaged) {
            workbook.close();
            throw Workbook.damaged();
        }
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        try {
            while (rows.hasNext()) {
                var row = rows.next();
                int filled = filled(row);
                if (filled == 0) {
                    continue;
                }
                if (toSkip > 0) {
                    toSkip--;
                    continue;
                }
                cells.begin(row.getRowNum());
                for (int i = 0; i < (width == 0 ? filled : width); i++) {
                    add(cells, i < row.getCellCount() ? row.getCell(i) : null);
                }
                return true;
            }
            return false;
        } catch (RuntimeException damaged) { // the library passes on what its parsers throw
            throw Workbook.damaged();
        }
    }

    /** The number of cells up to the last that holds something. */
    private static int filled(Row row) {
        for (int i = row.getCellCount() - 1; i >= 0; i--) {
            var cell = row.getCell(i);
            if (cell != null
                    && cell.getType() != CellType.EMPTY
                    && !cell.getText().isBlank()) {
                return i + 1;
            }
        }
        return 0;
    }

    private static void add(Cells cells, @Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            cells.add(null, CellKind.ABSENT);
            return;
        }
        if (cell.getType() == CellType.ERROR) {
            cells.add(cell.getText(), CellKind.TEXT); // as the sheet shows it: a mark for a missing value
            return;
        }
        var value = cell.getValue();
        switch (value) {
            case BigDecimal number
            when DateFormats.isDate(cell.getDataFormatString()) -> cells.add(date(cell), CellKind.TEMPORAL);
            case BigDecimal number -> cells.add(number.toPlainString(), CellKind.NUMBER);
            case Boolean truth -> cells.add(truth.toString(), CellKind.BOOLEAN);
            case null -> cells.add(cell.getText(), CellKind.TEXT);
            default -> cells.add(value.toString(), CellKind.TEXT);
        }
    }

    private static String date(Cell cell) {
        try {
            return Timestamps.iso(cell.asDate());
        } catch (DateTimeException | ExcelReaderException outside) {
            return cell.getText();
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
