package nl.datakade.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import nl.datakade.table.Reading.Outcome;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.h2gis.functions.io.dbf.internal.DbaseFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats beside text and Excel, each from bytes that a library for it wrote or that stand in its specification. */
class MoreFormatTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void avroKeepsWhatItsSchemaSays() throws IOException {
        var bytes = FormatSamples.avro();
        var sample = Sample.of(bytes, "tellingen.avro");
        assertThat(sample.reading.outcome()).isEqualTo(Outcome.READ);
        assertThat(sample.values("telpunt")).containsExactly("0164A", "0165B");
        assertThat(sample.values("aantal")).containsExactly("1204", null);
        assertThat(sample.type("prijs")).startsWith("DECIMAL");
        assertThat(sample.values("prijs")).containsExactly("12.50", "3.75");
        assertThat(sample.type("datum")).isEqualTo("DATE");
        assertThat(sample.query("SELECT lussen[2] FROM t")).containsExactly("2", null);
    }

    @Test
    void damagedAvroIsRefusedInWords() throws IOException {
        var bytes = FormatSamples.avro();
        var cut = Arrays.copyOf(bytes, bytes.length - 20);
        assertThat(Sample.of(cut, "tellingen.avro").reading.reason()).contains("damaged");
    }

    @Test
    void zippedShapefileIsATableWithPlaces() throws IOException, DbaseFileException {
        var sample = Sample.of(FormatSamples.shapefile(folder, List.of("shp", "shx", "dbf")), "bomen.zip");
        assertThat(sample.reading.outcome())
                .as(String.valueOf(sample.reading.reason()))
                .isEqualTo(Outcome.READ);
        assertThat(sample.values("soort")).containsExactly("eik", "beuk");
        assertThat(sample.values("hoogte")).containsExactly("12", "8");
        assertThat(sample.values("geometry"))
                .first()
                .asString()
                .contains("POINT")
                .contains("81000");
        assertThat(sample.query("SELECT longitude > 4.2 AND latitude > 52 FROM t"))
                .containsOnly("true");
    }

    @Test
    void shapefileWithoutItsAttributesIsRefusedInWords() throws IOException, DbaseFileException {
        var reading = Sample.of(FormatSamples.shapefile(folder, List.of("shp", "shx")), "bomen.zip").reading;
        assertThat(reading.reason()).contains(".dbf");
    }

    @Test
    void placesInKmlAreRowsWithTheirData() {
        var sample = Sample.of("""
                <?xml version="1.0" encoding="UTF-8"?>
                <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Bomen</name>
                <Folder><Placemark id="a"><name>eik</name>
                  <ExtendedData><Data name="hoogte"><value>12</value></Data><Data name="jaar"><value>1990</value></Data></ExtendedData>
                  <Point><coordinates>4.31,52.08,0</coordinates></Point></Placemark>
                <Placemark><name>beuk</name>
                  <ExtendedData><SchemaData><SimpleData name="hoogte">8</SimpleData></SchemaData></ExtendedData>
                  <Point><coordinates>4.32,52.07</coordinates></Point></Placemark></Folder>
                </Document></kml>
                """.getBytes(UTF_8), "bomen.kml");
        assertThat(sample.values("name")).containsExactly("eik", "beuk");
        assertThat(sample.values("hoogte")).containsExactly("12", "8");
        assertThat(sample.values("jaar")).containsExactly("1990", null);
        assertThat(sample.values("geometry")).containsExactly("POINT (4.31 52.08)", "POINT (4.32 52.07)");
        assertThat(sample.values("longitude")).containsExactly("4.31", "4.32");
    }

    @Test
    void featuresInGmlAreRowsWithGeometryInTheOrderOfWellKnownText() {
        var sample = Sample.of("""
                <?xml version="1.0"?>
                <wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="urn:app">
                <wfs:member><app:perk gml:id="p1"><app:naam>noord</app:naam><app:vlak>
                  <gml:Polygon srsName="urn:ogc:def:crs:EPSG::4258"><gml:exterior><gml:LinearRing>
                  <gml:posList>52.0 4.3 52.1 4.3 52.1 4.4 52.0 4.3</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>
                </app:vlak></app:perk></wfs:member>
                <wfs:member><app:perk gml:id="p2"><app:naam>zuid</app:naam><app:vlak>
                  <gml:MultiSurface><gml:surfaceMember><gml:Polygon srsName="EPSG:28992"><gml:exterior><gml:LinearRing>
                  <gml:posList>81000 455000 82000 455000 82000 456000 81000 455000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface>
                </app:vlak></app:perk></wfs:member>
                </wfs:FeatureCollection>
                """.getBytes(UTF_8), "perken.gml");
        assertThat(sample.values("naam")).containsExactly("noord", "zuid");
        assertThat(sample.values("vlak"))
                .containsExactly(
                        "POLYGON ((4.3 52.0, 4.3 52.1, 4.4 52.1, 4.3 52.0))",
                        "MULTIPOLYGON (((81000 455000, 82000 455000, 82000 456000, 81000 455000)))");
    }

    @Test
    void aBrokenLineAmongObjectsIsRejectedByItself() {
        var sample = Sample.of("""
                {"telpunt": "0164A", "aantal": 12}
                {"telpunt": "0165B", "aantal": 1
                {"telpunt": "0166C", "aantal": 7}
                niets
                {"telpunt": "0167D", "aantal": 8}
                """.getBytes(UTF_8), "tellingen.ndjson");
        assertThat(sample.values("aantal")).containsExactly("12", "7", "8");
        assertThat(sample.table().rowsIn()).isEqualTo(5);
        assertThat(sample.table().rejectedRows()).isEqualTo(2);
        assertThat(sample.rejects()).contains(",2,").contains("no JSON object").contains("niets");
    }

    @Test
    void archivesInGzipOpen() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            for (var name : List.of("een.csv", "twee.csv")) {
                var text = "code;aantal\na;1\nb;2\n".getBytes(UTF_8);
                var entry = new TarArchiveEntry("../../" + name);
                entry.setSize(text.length);
                tar.putArchiveEntry(entry);
                tar.write(text);
                tar.closeArchiveEntry();
            }
        }
        assertThat(Sample.of(out.toByteArray(), "tellingen.tar.gz").reading.tables())
                .extracting(Reading.Table::name)
                .containsExactly("een", "twee");
    }

    @Test
    void headingsThatSpanColumnsNameEachOfThem() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Inwoners");
            sheet.value(0, 0, "Wijk");
            sheet.value(0, 1, "Inwoners");
            sheet.range(0, 1, 0, 3).merge();
            for (int i = 0; i < 3; i++) {
                sheet.value(1, 1 + i, 2021 + i);
            }
            for (int row = 2; row < 8; row++) {
                sheet.value(row, 0, "wijk " + row);
                for (int i = 1; i < 4; i++) {
                    sheet.value(row, i, row * 1000 + i);
                }
            }
        }
        var sample = Sample.of(out.toByteArray(), "inwoners.xlsx");
        assertThat(sample.table().columns())
                .extracting(Reading.Column::label)
                .containsExactly("Wijk", "Inwoners 2021", "Inwoners 2022", "Inwoners 2023");
        assertThat(sample.table().rows()).isEqualTo(6);
    }
}
