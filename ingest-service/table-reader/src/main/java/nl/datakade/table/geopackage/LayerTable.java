package nl.datakade.table.geopackage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.table.row.RawTable;
import nl.datakade.table.row.Rows;
import org.jspecify.annotations.Nullable;

/** One table of a GeoPackage; its geometry becomes well-known text. */
final class LayerTable implements RawTable {

    private final Path file;
    private final String name;
    private final List<String> columns;
    private final @Nullable String geometry;

    private LayerTable(Path file, String name, List<String> columns, @Nullable String geometry) {
        this.file = file;
        this.name = name;
        this.columns = columns;
        this.geometry = geometry;
    }

    static LayerTable of(Path file, Connection connection, String name) throws SQLException {
        var columns = new ArrayList<String>();
        try (var statement = connection.prepareStatement("SELECT name FROM pragma_table_info(?)")) {
            statement.setString(1, name);
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    columns.add(result.getString(1));
                }
            }
        }
        return new LayerTable(file, name, columns, geometry(connection, name));
    }

    private static @Nullable String geometry(Connection connection, String table) {
        try (var statement =
                connection.prepareStatement("SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?")) {
            statement.setString(1, table);
            try (var result = statement.executeQuery()) {
                return result.next() ? result.getString(1) : null;
            }
        } catch (SQLException noGeoPackage) {
            return null;
        }
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public List<String> columnLabels() {
        return columns;
    }

    @Override
    public Rows open() throws IOException {
        try {
            return new LayerRows(GeoPackage.open(file), name, columns.indexOf(geometry));
        } catch (SQLException damaged) {
            throw GeoPackage.damaged();
        }
    }
}
