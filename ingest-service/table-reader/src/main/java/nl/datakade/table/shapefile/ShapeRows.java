package nl.datakade.table.shapefile;

import java.io.IOException;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Rows;
import org.h2.value.Value;
import org.h2gis.functions.io.shp.internal.SHPDriver;

/** The shapes of a layer, one by one; a geometry becomes well-known text. */
final class ShapeRows implements Rows {

    private final SHPDriver driver;
    private final int width;
    private final int geometry;
    private long ordinal;

    ShapeRows(SHPDriver driver) {
        this.driver = driver;
        this.geometry = driver.getGeometryFieldIndex();
        this.width = driver.getDbaseFileHeader().getNumFields() + 1;
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        if (ordinal >= driver.getRowCount()) {
            return false;
        }
        cells.begin(ordinal + 1);
        try {
            for (int i = 0; i < width; i++) {
                add(cells, driver.getField(ordinal, i), i);
            }
        } catch (IOException | RuntimeException damaged) {
            throw ShapeTable.damaged("shape " + (ordinal + 1));
        }
        ordinal++;
        return true;
    }

    private void add(Cells cells, Value value, int field) {
        var text = value == null ? null : value.getString();
        if (text == null || text.isBlank()) {
            cells.add(null, CellKind.ABSENT);
        } else if (field == geometry) {
            cells.add(text.replaceFirst("^SRID=\\d+;", ""), CellKind.TEXT);
        } else {
            int attribute = field < geometry ? field : field - 1;
            cells.add(text.strip(), kind(driver.getDbaseFileHeader().getFieldType(attribute)));
        }
    }

    /** What dBASE calls its kinds of columns. */
    private static CellKind kind(char type) {
        return switch (type) {
            case 'N', 'F', 'I', 'O', 'B' -> CellKind.NUMBER;
            case 'D', '@' -> CellKind.TEMPORAL;
            case 'L' -> CellKind.BOOLEAN;
            default -> CellKind.TEXT;
        };
    }

    @Override
    public void close() throws IOException {
        driver.close();
    }
}
