package nl.datakade.table.shapefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.datakade.table.geo.ReferenceSystem;
import nl.datakade.table.row.RawTable;
import nl.datakade.table.row.Rows;
import nl.datakade.table.row.UnreadableFile;
import org.h2gis.functions.io.shp.internal.SHPDriver;

/** A layer: a file of shapes with its attributes and index beside it, under one name. */
public final class ShapeTable implements RawTable {

    private final Path shapes;
    private final String name;
    private final List<String> labels;

    private ShapeTable(Path shapes, String name, List<String> labels) {
        this.shapes = shapes;
        this.name = name;
        this.labels = labels;
    }

    /**
     * Opens a layer.
     *
     * @param shapes ends in {@code .shp}; beside it the same name with {@code .shx} and {@code .dbf}
     */
    public static ShapeTable of(Path shapes, String name) throws IOException {
        var driver = open(shapes);
        try {
            if (driver.getRowCount() != indexed(shapes)) {
                throw damaged("the number of its shapes, which its index gives as another");
            }
            var header = driver.getDbaseFileHeader();
            var labels = new ArrayList<String>();
            for (int i = 0; i < header.getNumFields(); i++) {
                labels.add(header.getFieldName(i).strip());
            }
            labels.add(driver.getGeometryFieldIndex(), "geometry");
            return new ShapeTable(shapes, name, labels);
        } finally {
            driver.close();
        }
    }

    /** How many shapes the index lists, each in eight bytes behind a header of a hundred. */
    private static long indexed(Path shapes) throws IOException {
        var name = String.valueOf(shapes.getFileName());
        return (Files.size(shapes.resolveSibling(name.replaceFirst("shp$", "shx"))) - 100) / 8;
    }

    static SHPDriver open(Path shapes) throws IOException {
        var driver = new SHPDriver();
        try {
            driver.initDriverFromFile(shapes.toFile());
            return driver;
        } catch (IOException | RuntimeException damaged) {
            throw damaged("its heads");
        }
    }

    /** @param where what was being read when it went wrong */
    static UnreadableFile damaged(String where) {
        return new UnreadableFile(
                "BROKEN_SHAPEFILE",
                "the Shapefile is damaged, or its parts do not belong together: it goes wrong in " + where,
                "export the layer again, as GeoPackage if you can, and send that");
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public List<String> columnLabels() {
        return labels;
    }

    /** The description beside the shapes, when there is one. */
    @Override
    public Map<Integer, String> referenceSystems() {
        var name = String.valueOf(shapes.getFileName());
        var description = shapes.resolveSibling(name.replaceFirst("shp$", "prj"));
        try {
            var code = Files.exists(description)
                    ? ReferenceSystem.described(Files.readString(description, StandardCharsets.ISO_8859_1))
                    : null;
            return code == null ? Map.of() : Map.of(labels.indexOf("geometry"), code);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Rows open() throws IOException {
        return new ShapeRows(open(shapes));
    }
}
