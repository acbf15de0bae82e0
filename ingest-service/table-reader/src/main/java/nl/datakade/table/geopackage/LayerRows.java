package nl.datakade.table.geopackage;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Rows;
import org.jspecify.annotations.Nullable;

/** The rows of one table of a GeoPackage. */
final class LayerRows implements Rows {

    private final Connection connection;
    private final Statement statement;
    private final ResultSet result;
    private final int width;
    private final int geometry;
    private final String table;
    private long ordinal;

    LayerRows(Connection connection, String table, int geometry) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.statement = connection.createStatement();
        this.result = statement.executeQuery("SELECT * FROM \"" + table.replace("\"", "\"\"") + "\"");
        this.width = result.getMetaData().getColumnCount();
        this.geometry = geometry;
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        try {
            if (!result.next()) {
                return false;
            }
            cells.begin(++ordinal);
            for (int i = 0; i < width; i++) {
                add(cells, result.getObject(i + 1), i == geometry);
            }
            return true;
        } catch (SQLException damaged) {
            throw GeoPackage.damaged("layer " + table + ", behind row " + ordinal);
        }
    }

    private static void add(Cells cells, @Nullable Object value, boolean geometry) {
        switch (value) {
            case null -> cells.add(null, CellKind.ABSENT);
            case byte[] bytes when geometry -> cells.add(GeometryText.of(bytes), CellKind.TEXT);
            case byte[] bytes -> cells.add(HexFormat.of().formatHex(bytes), CellKind.TEXT);
            case Integer number -> cells.add(number.toString(), CellKind.NUMBER);
            case Long number -> cells.add(number.toString(), CellKind.NUMBER);
            case Double number
            when Double.isFinite(number) ->
                cells.add(new BigDecimal(number.toString()).toPlainString(), CellKind.NUMBER);
            default -> cells.add(value.toString(), CellKind.TEXT);
        }
    }

    @Override
    public void close() throws IOException {
        try (connection;
                statement;
                result) {
            ordinal = 0;
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }
}
