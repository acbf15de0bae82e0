package nl.datakade.table.geopackage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.datakade.table.geo.ReferenceSystem;
import nl.datakade.table.row.RawTable;
import nl.datakade.table.row.Rows;
import org.jspecify.annotations.Nullable;

/** One table of a GeoPackage; its geometry becomes well-known text. */
final class LayerTable implements RawTable {

    private final Path file;
    private final String name;
    private final List<String> columns;
    private final @Nullable String geometry;

    private final @Nullable String system;

    private LayerTable(
            Path file, String name, List<String> columns, @Nullable String geometry, @Nullable String system) {
        this.system = system;
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
        return new LayerTable(file, name, columns, geometry(connection, name), system(connection, name));
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

    /** The code of the layer's reference system, as the file itself lists it. */
    private static @Nullable String system(Connection connection, String table) {
        try (var statement = connection.prepareStatement(
                "SELECT s.organization, s.organization_coordsys_id FROM gpkg_geometry_columns g JOIN gpkg_spatial_ref_sys s"
                        + " ON s.srs_id = g.srs_id WHERE g.table_name = ?")) {
            statement.setString(1, table);
            try (var result = statement.executeQuery()) {
                return result.next() ? ReferenceSystem.code(result.getString(1) + ":" + result.getString(2)) : null;
            }
        } catch (SQLException noGeoPackage) {
            return null;
        }
    }

    @Override
    public Map<Integer, String> referenceSystems() {
        int column = columns.indexOf(geometry);
        return system == null || column < 0 ? Map.of() : Map.of(column, system);
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
            throw GeoPackage.damaged("layer " + name);
        }
    }
}
