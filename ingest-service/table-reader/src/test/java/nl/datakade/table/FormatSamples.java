package nl.datakade.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.dhatim.fastexcel.Workbook;
import org.h2gis.functions.io.dbf.internal.DbaseFileException;
import org.h2gis.functions.io.dbf.internal.DbaseFileHeader;
import org.h2gis.functions.io.shp.internal.SHPDriver;
import org.h2gis.functions.io.shp.internal.ShapeType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Small files in formats of bytes, written by a library for each. */
final class FormatSamples {

    private static final String SCHEMA = """
            {"type": "record", "name": "Telling", "fields": [
              {"name": "telpunt", "type": "string"},
              {"name": "aantal", "type": ["null", "long"]},
              {"name": "prijs", "type": {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}},
              {"name": "datum", "type": {"type": "int", "logicalType": "date"}},
              {"name": "lussen", "type": {"type": "array", "items": "int"}}]}
            """;

    private FormatSamples() {}

    static byte[] avro() throws IOException {
        var schema = new Schema.Parser().parse(SCHEMA);
        var model = new GenericData();
        model.addLogicalTypeConversion(new Conversions.DecimalConversion());
        model.addLogicalTypeConversion(new TimeConversions.DateConversion());
        var out = new ByteArrayOutputStream();
        try (var writer = new DataFileWriter<GenericData.Record>(new GenericDatumWriter<>(schema, model))) {
            writer.setCodec(CodecFactory.deflateCodec(6)).create(schema, out);
            writer.append(telling(schema, "0164A", 1204L, "12.50", List.of(1, 2)));
            writer.append(telling(schema, "0165B", null, "3.75", List.of()));
        }
        return out.toByteArray();
    }

    private static GenericData.Record telling(
            Schema schema, String telpunt, @Nullable Long aantal, String prijs, List<Integer> lussen) {
        var row = new GenericData.Record(schema);
        row.put("telpunt", telpunt);
        row.put("aantal", aantal);
        row.put("prijs", new BigDecimal(prijs));
        row.put("datum", LocalDate.of(2024, 3, 1));
        row.put("lussen", lussen);
        return row;
    }

    static byte[] shapefile(Path folder, List<String> endings) throws IOException, DbaseFileException {
        return zip(shapefile(folder), endings);
    }

    private static Path shapefile(Path folder) throws IOException, DbaseFileException {
        var header = new DbaseFileHeader();
        header.addColumn("soort", 'C', 20, 0);
        header.addColumn("hoogte", 'N', 8, 0);
        header.setNumRecords(2);
        var shapes = folder.resolve("bomen.shp");
        var driver = new SHPDriver();
        driver.setGeometryFieldIndex(2);
        driver.initDriver(shapes.toFile(), ShapeType.POINT, header);
        var factory = new GeometryFactory();
        driver.insertRow(new Object[] {"eik", 12, factory.createPoint(new Coordinate(81_000, 455_000))});
        driver.insertRow(new Object[] {"beuk", 8, factory.createPoint(new Coordinate(82_000, 456_000))});
        driver.close();
        return shapes;
    }

    private static byte[] zip(Path shapes, List<String> endings) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var ending : endings) {
                zip.putNextEntry(new ZipEntry("kaart/bomen." + ending));
                Files.copy(shapes.resolveSibling("bomen." + ending), zip);
            }
        }
        return out.toByteArray();
    }

    static byte[] workbook() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Bomen");
            sheet.value(0, 0, "soort");
            sheet.value(0, 1, "hoogte");
            for (int row = 1; row < 9; row++) {
                sheet.value(row, 0, "eik " + row);
                sheet.value(row, 1, row * 1.5);
            }
        }
        return out.toByteArray();
    }
}
