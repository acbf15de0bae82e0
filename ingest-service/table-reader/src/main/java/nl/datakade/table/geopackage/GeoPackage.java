package nl.datakade.table.geopackage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.table.row.RawTable;
import nl.datakade.table.row.UnreadableFile;
import org.sqlite.SQLiteConfig;

/** The tables of a GeoPackage, or of a plain SQLite file. */
public final class GeoPackage {

    private static final String LAYERS =
            "SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes') ORDER BY table_name";
    private static final String TABLES =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";

    private GeoPackage() {}

    public static List<RawTable> tables(Path file) throws IOException {
        try (var connection = open(file)) {
            var tables = new ArrayList<RawTable>();
            for (var name : names(connection)) {
                tables.add(LayerTable.of(file, connection, name));
            }
            return tables;
        } catch (SQLException damaged) {
            throw damaged("its list of layers");
        }
    }

    private static List<String> names(Connection connection) throws SQLException {
        boolean packaged;
        try (var statement =
                        connection.prepareStatement("SELECT count(*) FROM sqlite_master WHERE name = 'gpkg_contents'");
                var result = statement.executeQuery()) {
            packaged = result.next() && result.getInt(1) > 0;
        }
        var names = new ArrayList<String>();
        try (var statement = connection.prepareStatement(packaged ? LAYERS : TABLES);
                var result = statement.executeQuery()) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }

    static Connection open(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    /** @param where what was being read when it went wrong */
    static UnreadableFile damaged(String where) {
        return new UnreadableFile(
                "BROKEN_DATABASE",
                "the GeoPackage or SQLite file is damaged or cut off: it goes wrong in " + where,
                "export the layer again and send that");
    }
}
