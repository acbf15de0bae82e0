package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import nl.datakade.table.geo.ReferenceSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places in the systems of neighbours: converted, or labelled as what they are, and never taken for degrees. */
class ReferenceSystemTests {

    private static final Path FAULTS = Path.of("src/test/resources/nl/datakade/table/faults");

    @Test
    void webMercatorInGeoJson() throws IOException {
        var sample = Sample.of(FAULTS.resolve("41-geojson-3857.geojson"));

        assertThat(sample.query("SELECT round(longitude, 5)::DECIMAL(9,5) FROM t"))
                .containsExactly("4.89582", "4.90480");
        assertThat(sample.query("SELECT round(latitude, 2)::DECIMAL(9,2) FROM t"))
                .containsExactly("52.37", "52.38");
        assertThat(sample.column("geometry").geometry())
                .extracting(place -> place == null ? "" : place.crs())
                .isEqualTo("EPSG:3857");
        assertThat(sample.type("geometry")).isEqualTo("GEOMETRY('EPSG:3857')");
        assertThat(crsInFile(sample)).contains("3857").contains("ProjectedCRS");
        assertThat(sample.codes()).contains("GEOJSON_IN_SYSTEM", "COMPUTED_FROM_SYSTEM");
    }

    /**
     * Of LAEA and Belge Lambert 72 the examples of EPSG's guidance note 7-2; the latter is in Belge 1972 there, a good
     * hundred metres from ETRS89 at most. On its meridian a place in UTM is at half a million.
     */
    @ParameterizedTest
    @CsvSource({
        "EPSG:3035, 3962799.45, 2999718.85, 5, 50, 0.000001",
        "EPSG:25831, 500000, 5761038.213, 3, 52, 0.000001",
        "EPSG:25832, 500000, 5761038.213, 9, 52, 0.000001",
        "EPSG:31370, 251763.20, 153034.13, 5.8073703, 50.6795725, 0.002",
        "EPSG:3857, 545000.1, 6868000.2, 4.8958192, 52.3738146, 0.000001"
    })
    void placesAreConverted(String code, double x, double y, double longitude, double latitude, double tolerance) {
        var number = code.substring(5);
        var json = """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":"a"},"geometry":{"type":"Point","coordinates":[%s,%s]}}],
                "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::%s"}}}""".formatted(x, y, number);
        assertIsAt(Sample.of(utf8(json), "plekken.geojson"), longitude, latitude, tolerance);

        var text = "naam;geom\na;SRID=%s;POINT(%s %s)\n"
                .replace("naam;geom", "naam|geom")
                .replace("a;", "a|");
        assertIsAt(Sample.of(utf8(text.formatted(number, x, y)), "plekken.csv"), longitude, latitude, tolerance);
    }

    private static void assertIsAt(Sample sample, double longitude, double latitude, double tolerance) {
        assertThat(Double.parseDouble(String.valueOf(sample.values("longitude").getFirst())))
                .isCloseTo(longitude, within(tolerance));
        assertThat(Double.parseDouble(String.valueOf(sample.values("latitude").getFirst())))
                .isCloseTo(latitude, within(tolerance));
    }

    @Test
    void aSystemThatIsNotConvertedIsLabelled() {
        var sample = Sample.of(utf8("""
                {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:2154"}},"features":[
                {"type":"Feature","properties":{"n":"a"},"geometry":{"type":"Point","coordinates":[652000.1,6862000.2]}}]}"""), "lambert.geojson");

        assertThat(sample.type("geometry")).isEqualTo("GEOMETRY('EPSG:2154')");
        assertThat(crsInFile(sample)).contains("2154").doesNotContain("4326");
        assertThat(sample.table().columns()).extracting(Reading.Column::name).doesNotContain("longitude");
        assertThat(sample.codes()).contains("SYSTEM_NOT_CONVERTED");
    }

    @Test
    void metresOfWhichNothingSaysWhatTheyAreAreNoDegrees() {
        var sample = Sample.of(utf8("""
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"n":"a"},"geometry":{"type":"Point","coordinates":[652000.1,5662000.2]}}]}"""), "meters.geojson");

        assertThat(sample.type("geometry")).isEqualTo("GEOMETRY('unknown')");
        assertThat(sample.codes()).contains("SYSTEM_UNKNOWN");
        assertThat(crsInFile(sample)).doesNotContain("4326");
    }

    @Test
    void whereThePlacesLieGoesBeforeWhatTheFileSays() {
        var sample = Sample.of(utf8("""
                {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[
                {"type":"Feature","properties":{"n":"a"},"geometry":{"type":"Point","coordinates":[4.89,52.37]}}]}"""), "rd.geojson");

        assertThat(sample.type("geometry")).isEqualTo("GEOMETRY");
        assertThat(sample.values("longitude")).containsExactly("4.89");
        assertThat(sample.codes()).contains("SYSTEM_CONTRADICTED");
    }

    private static byte[] gml(String collection, String bounds, String geometry, String positions) {
        return utf8("""
                <wfs:FeatureCollection %s xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="urn:app">
                %s<wfs:member><app:perk gml:id="p1"><app:naam>noord</app:naam><app:plek><gml:Point %s><gml:pos>%s</gml:pos></gml:Point></app:plek></app:perk></wfs:member>
                <wfs:member><app:perk gml:id="p2"><app:naam>zuid</app:naam><app:plek><gml:Point %3$s><gml:pos>%4$s</gml:pos></gml:Point></app:plek></app:perk></wfs:member>
                </wfs:FeatureCollection>""".formatted(collection, bounds, geometry, positions));
    }

    @ParameterizedTest
    @CsvSource({
        "srsName='urn:ogc:def:crs:EPSG::25832', '', '', 500000 5761038.213, EPSG:25832, 9, 52",
        "'', <gml:boundedBy><gml:Envelope srsName='EPSG:25831'><gml:lowerCorner>1 1</gml:lowerCorner></gml:Envelope></gml:boundedBy>, '', 500000 5761038.213, EPSG:25831, 3, 52",
        "'', '', srsName='http://www.opengis.net/def/crs/EPSG/0/3035', 2999718.85 3962799.45, EPSG:3035, 5, 50",
        "srsName='urn:ogc:def:crs:EPSG::4258', '', '', 52.1 4.3, EPSG:4258, 4.3, 52.1",
        "srsName='EPSG:4258', '', srsName='EPSG:28992', 155000 463000, EPSG:28992, 5.38720, 52.15517"
    })
    void aReferenceSystemAboveTheGeometryCounts(
            String collection,
            String bounds,
            String geometry,
            String positions,
            String crs,
            double longitude,
            double latitude) {
        var sample = Sample.of(gml(collection, bounds, geometry, positions), "perken.gml");

        assertThat(sample.column("plek").geometry())
                .extracting(place -> place == null ? "" : place.crs())
                .isEqualTo(crs);
        assertIsAt(sample, longitude, latitude, 0.00001);
    }

    @Test
    void geometriesInSeveralSystemsAreReported() {
        var sample = Sample.of(utf8("""
                <wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="urn:app">
                <wfs:member><app:perk><app:naam>a</app:naam><app:plek><gml:Point srsName="EPSG:25831"><gml:pos>500000 5761038</gml:pos></gml:Point></app:plek></app:perk></wfs:member>
                <wfs:member><app:perk><app:naam>b</app:naam><app:plek><gml:Point srsName="EPSG:25832"><gml:pos>500000 5761038</gml:pos></gml:Point></app:plek></app:perk></wfs:member>
                </wfs:FeatureCollection>"""), "perken.gml");

        assertThat(sample.codes()).contains("MIXED_SYSTEMS");
        assertThat(sample.table().columns()).extracting(Reading.Column::name).doesNotContain("longitude");
    }

    @Test
    void aGeoPackageListsItsSystems() throws IOException, SQLException {
        var file = Files.createTempFile("sample", ".gpkg");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)");
            statement.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)");
            statement.execute(
                    "CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER)");
            statement.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (7, 'EPSG', 25832)");
            statement.execute("INSERT INTO gpkg_contents VALUES ('bomen', 'features')");
            statement.execute("INSERT INTO gpkg_geometry_columns VALUES ('bomen', 'geom', 7)");
            statement.execute("CREATE TABLE bomen (fid INTEGER, geom BLOB, soort TEXT)");
            statement.execute("INSERT INTO bomen VALUES (1, X'4750000107000000" + "0101000000"
                    + "0000000080841E410000008003FA5541" + "', 'eik')");
        }
        var sample = Sample.of(file);

        assertThat(sample.column("geom").geometry())
                .extracting(place -> place == null ? "" : place.crs())
                .isEqualTo("EPSG:25832");
        assertIsAt(sample, 9, 52, 0.00001);
    }

    @ParameterizedTest
    @CsvSource({
        "urn:ogc:def:crs:OGC:1.3:CRS84, OGC:CRS84",
        "urn:ogc:def:crs:EPSG::7415, EPSG:28992",
        "http://www.opengis.net/gml/srs/epsg.xml#28992, EPSG:28992",
        "'urn:ogc:def:crs,crs:EPSG::28992,crs:EPSG::5709', EPSG:28992",
        "EPSG:900913, EPSG:3857",
        "3035, EPSG:3035",
        "eigen stelsel, "
    })
    void whatFilesCallSystems(String name, String code) {
        assertThat(ReferenceSystem.code(name)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROJCS[\"RD_New\",GEOGCS[\"GCS_Amersfoort\",DATUM[\"D_Amersfoort\"]]] | EPSG:28992",
                "PROJCS[\"ETRS_1989_UTM_Zone_32N\",GEOGCS[\"GCS_ETRS_1989\"]] | EPSG:25832",
                "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\",GEOGCS[\"GCS_WGS_1984\"]] | EPSG:3857",
                "PROJCS[\"Belge_Lambert_1972\",GEOGCS[\"GCS_Belge_1972\"]] | EPSG:31370",
                "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\"]] | EPSG:4326",
                "PROJCS[\"anders\",GEOGCS[\"x\",AUTHORITY[\"EPSG\",\"4313\"]],AUTHORITY[\"EPSG\",\"31370\"]] | EPSG:31370"
            })
    void whatShapefilesCallSystems(String description, String code) {
        assertThat(ReferenceSystem.described(description)).isEqualTo(code);
    }

    /** What the file itself says of its geometry, to whoever opens it without us. */
    private static String crsInFile(Sample sample) {
        return String.valueOf(sample.query(
                "SELECT decode(value) FROM parquet_kv_metadata('" + sample.file() + "') WHERE decode(key) = 'geo'"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
