package nl.datakade.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.h2gis.functions.io.dbf.internal.DbaseFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Geometries that are more than straight lines, and files that travel along: nothing gets lost without a word. */
class GeometryFormatTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void arcsAreDrawnAsStraightPieces() throws ParseException {
        var sample = gml("""
                <gml:Curve><gml:segments>
                  <gml:LineStringSegment><gml:posList>90 0 100 0</gml:posList></gml:LineStringSegment>
                  <gml:Arc><gml:posList>100 0 110 10 100 20</gml:posList></gml:Arc>
                </gml:segments></gml:Curve>""");
        var line = geometry(sample);
        assertThat(line.getLength()).isCloseTo(10 + Math.PI * 10, within(0.01));
        assertThat(line.getCoordinate().x).isEqualTo(90);
        assertThat(line.getCoordinates()[line.getNumPoints() - 1].y).isEqualTo(20);
        assertThat(sample.codes()).contains("ARCS_IN_PIECES");
    }

    @Test
    void aRingOfCurvesIsOneRing() throws ParseException {
        var sample = gml("""
                <gml:Surface><gml:patches><gml:PolygonPatch><gml:exterior><gml:Ring>
                  <gml:curveMember><gml:Curve><gml:segments>
                    <gml:ArcString><gml:posList>0 0 10 10 20 0</gml:posList></gml:ArcString>
                  </gml:segments></gml:Curve></gml:curveMember>
                  <gml:curveMember><gml:LineString><gml:posList>20 0 0 0</gml:posList></gml:LineString></gml:curveMember>
                </gml:Ring></gml:exterior></gml:PolygonPatch></gml:patches></gml:Surface>""");
        assertThat(geometry(sample).getArea()).isCloseTo(Math.PI * 50, within(0.1));
    }

    @Test
    void aCircleIsRoundAndPointsOnALineAreALine() throws ParseException {
        var circle = gml("<gml:Curve><gml:segments><gml:Circle><gml:posList>0 0 10 10 20 0</gml:posList></gml:Circle>"
                + "</gml:segments></gml:Curve>");
        assertThat(geometry(circle).getLength()).isCloseTo(Math.PI * 20, within(0.01));
        var line = gml("<gml:Curve><gml:segments><gml:Arc><gml:posList>0 0 10 0 20 0</gml:posList></gml:Arc>"
                + "</gml:segments></gml:Curve>");
        assertThat(geometry(line).getLength()).isEqualTo(20);
    }

    @Test
    void geometriesOfAKindThatIsNotReadAreCounted() {
        var sample = gml("<gml:Curve><gml:segments><gml:Clothoid><gml:posList>0 0 1 1</gml:posList></gml:Clothoid>"
                + "</gml:segments></gml:Curve>");
        assertThat(sample.reading.findings())
                .filteredOn(finding -> finding.code().equals("GEOMETRY_NOT_READ"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.line()).isEqualTo(4);
                    assertThat(finding.message()).startsWith("2 geometries");
                });
    }

    @Test
    void placesInKmlWithoutCoordinatesAreCounted() {
        var sample = Sample.of("""
                <kml xmlns="http://www.opengis.net/kml/2.2"><Document>
                <Placemark><name>a</name><Point><coordinates>4.3,52.0,0</coordinates></Point></Placemark>
                <Placemark><name>b</name><Point><coordinates>nergens</coordinates></Point></Placemark>
                </Document></kml>""".getBytes(UTF_8), "a.kml");
        assertThat(sample.codes()).contains("GEOMETRY_NOT_READ");
        assertThat(sample.table().rows()).isEqualTo(2);
    }

    @Test
    void whatLiesBesideAShapefileIsTold() throws IOException, DbaseFileException {
        var zip = with(FormatSamples.shapefile(folder, List.of("shp", "shx", "dbf")), "toelichting.pdf", "tabel.csv");
        var sample = Sample.of(zip, "bomen.zip");
        assertThat(sample.reading.tables()).hasSize(1);
        assertThat(sample.reading.findings())
                .filteredOn(finding -> finding.code().equals("BESIDE_SHAPEFILE"))
                .extracting(finding -> finding.arguments().getFirst())
                .containsExactly("toelichting.pdf", "tabel.csv");
    }

    /** A geometry twice: an element that repeats. */
    private static Sample gml(String geometry) {
        var feature = "<wfs:member><app:weg><app:naam>x</app:naam><app:as>\n" + geometry.replace("\n", " ")
                + "</app:as></app:weg></wfs:member>\n";
        return Sample.of(
                ("<wfs:FeatureCollection xmlns:wfs='http://www.opengis.net/wfs/2.0'\n"
                                + " xmlns:gml='http://www.opengis.net/gml/3.2'\n xmlns:app='urn:app'>"
                                + feature.replaceFirst("\n", " ") + feature + "</wfs:FeatureCollection>")
                        .replaceFirst(" xmlns:app='urn:app'>", " xmlns:app='urn:app'>\n")
                        .getBytes(UTF_8),
                "wegen.gml");
    }

    private static Geometry geometry(Sample sample) throws ParseException {
        return new WKTReader().read(String.valueOf(sample.values("as").getFirst()));
    }

    private static byte[] with(byte[] zip, String... further) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(zip));
                var to = new ZipOutputStream(out)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.transferTo(to);
            }
            for (var name : further) {
                to.putNextEntry(new ZipEntry(name));
                to.write("a;b\n1;2\n".getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }
}
