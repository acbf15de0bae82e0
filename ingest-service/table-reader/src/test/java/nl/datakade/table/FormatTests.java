package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.datakade.table.Reading.Outcome;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

class FormatTests {

    @Test
    void jsonNestsIntoStructuresAndLists() {
        var sample = Sample.of(
                utf8(
                        "{\"items\":[{\"id\":1,\"naam\":\"a\",\"plek\":{\"x\":1.5,\"tags\":[\"p\",\"q\"]}},{\"id\":2,\"open\":true}]}"),
                "sample.json");
        assertThat(sample.type("plek")).startsWith("STRUCT");
        assertThat(sample.query("SELECT plek.tags[2] FROM t")).containsExactly("q", null);
        assertThat(sample.values("open")).containsExactly(null, "true");
    }

    @Test
    void ndjsonIsATableToo() {
        assertThat(Sample.of(utf8("{\"a\":1.204}\n{\"a\":2}\n"), "sample.ndjson")
                        .values("a"))
                .containsExactly("1.204", "2.000");
    }

    @Test
    void geoJsonKeepsItsGeometryAndGetsCoordinates() {
        var sample = Sample.of(
                utf8(
                        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[4.3,52.1]},\"properties\":{\"naam\":\"a\"}}]}"),
                "sample.geojson");
        assertThat(sample.query("SELECT geometry::VARCHAR FROM t")).containsExactly("POINT (4.3 52.1)");
        assertThat(sample.query("SELECT longitude || ' ' || latitude FROM t")).containsExactly("4.3 52.1");
    }

    @Test
    void brokenJsonSaysWhere() {
        var reading = Sample.of(utf8("[{\"a\":1},\n{\"a\":}]"), "sample.json").reading;
        assertThat(reading.outcome()).isEqualTo(Outcome.UNREADABLE);
        assertThat(reading.reason()).contains("line 2");
    }

    @Test
    void everySheetOfAWorkbookIsATable() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Bomen 2024");
            sheet.value(0, 0, "Overzicht bomen");
            sheet.value(2, 0, "naam");
            sheet.value(2, 1, "geplant");
            sheet.value(2, 2, "hoogte");
            sheet.value(3, 0, "eik");
            sheet.value(3, 1, LocalDate.of(2020, 2, 29));
            sheet.style(3, 1).format("dd-mm-yyyy").set();
            sheet.value(3, 2, 1.204);
            var other = workbook.newWorksheet("Tweede");
            other.value(0, 0, "a");
            other.value(1, 0, 1);
        }
        var sample = Sample.of(bytes.toByteArray(), "sample.xlsx");
        assertThat(sample.reading.tables()).extracting(Reading.Table::name).containsExactly("bomen_2024", "tweede");
        assertThat(sample.values("geplant")).containsExactly("2020-02-29");
        assertThat(sample.values("hoogte")).containsExactly("1.204");
    }

    @Test
    void oldExcelIsReadAsWell() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            var sheet = workbook.createSheet("Blad1");
            var header = sheet.createRow(0);
            header.createCell(0).setCellValue("naam");
            header.createCell(1).setCellValue("aantal");
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue("a");
            row.createCell(1).setCellValue(0.1 + 0.2);
            var failed = sheet.createRow(2);
            failed.createCell(0).setCellValue("b");
            failed.createCell(1).setCellErrorValue(FormulaError.DIV0);
            workbook.write(bytes);
        }
        var sample = Sample.of(bytes.toByteArray(), "sample.xls");
        assertThat(sample.values("aantal")).containsExactly("0.3", null);
        assertThat(sample.column("aantal").marks()).containsEntry("#DIV/0!", 1L);
    }

    @Test
    void openDocumentRepeatsWhatItSaysItRepeats() throws IOException {
        var content = """
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
                <office:body><office:spreadsheet><table:table table:name="Blad1">
                <table:table-row><table:table-cell office:value-type="string"><text:p>naam</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>aantal</text:p></table:table-cell></table:table-row>
                <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>eik</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="12.5"><text:p>12,5</text:p></table:table-cell></table:table-row>
                <table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
                </table:table></office:spreadsheet></office:body></office:document-content>""";
        var sample = Sample.of(
                zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", content),
                "sample.ods");
        assertThat(sample.values("naam")).containsExactly("eik", "eik");
        assertThat(sample.values("aantal")).containsExactly("12.5", "12.5");
    }

    @Test
    void theRepeatingElementOfXmlIsTheRow() {
        var sample = Sample.of(
                utf8(
                        "<?xml version='1.0'?><lijst><kop>x</kop><boom id='1'><soort>eik</soort><plek><x>80000</x></plek></boom><boom id='2'><soort>beuk</soort></boom></lijst>"),
                "sample.xml");
        assertThat(sample.values("soort")).containsExactly("eik", "beuk");
        assertThat(sample.values("plek_x")).containsExactly("80000", null);
    }

    @Test
    void entitiesOfXmlReachNothing() {
        var reading = Sample.of(
                        utf8(
                                "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a><r><b>&e;</b></r><r><b>1</b></r></a>"),
                        "sample.xml")
                .reading;
        assertThat(reading.toString()).doesNotContain("root:");
    }

    @Test
    void aGeoPackageGivesItsLayers() throws IOException, SQLException {
        var file = Files.createTempFile("sample", ".gpkg");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)");
            statement.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT)");
            statement.execute("INSERT INTO gpkg_contents VALUES ('bomen', 'features')");
            statement.execute("INSERT INTO gpkg_geometry_columns VALUES ('bomen', 'geom')");
            statement.execute("CREATE TABLE bomen (fid INTEGER, geom BLOB, soort TEXT)");
            statement.execute("INSERT INTO bomen VALUES (1, X'4750000140710000"
                    + "0101000000000000000088F34000000000F0EE1B41', 'eik')");
        }
        var sample = Sample.of(file);
        assertThat(sample.values("geom")).containsExactly("POINT (80000 457660)");
        assertThat(sample.query("SELECT round(latitude, 2) FROM t")).containsExactly("52.1");
    }

    @Test
    void anArchiveGivesATablePerFile() throws IOException {
        var sample = Sample.of(
                zip("../../een.csv", "a;b\n1;2\n", "lees.pdf", "%PDF-1.4", "twee.csv", "c\n3\n"), "sample.zip");
        assertThat(sample.reading.tables()).extracting(Reading.Table::name).containsExactly("een", "twee");
        assertThat(sample.codes()).contains("ENTRY_NOT_READ");
    }

    @Test
    void anArchiveThatUnpacksToFarTooMuchIsRefused() throws IOException {
        var reading = Sample.of(zip("a.csv", "0".repeat(80_000_000)), "sample.zip").reading;
        assertThat(reading.outcome()).isEqualTo(Outcome.UNREADABLE);
        assertThat(reading.findings()).extracting(finding -> finding.code()).contains("ARCHIVE_TOO_LARGE");
    }

    @Test
    void coordinatesOfTheNationalGridGetLongitudeAndLatitude() {
        var sample = Sample.of("naam;x;y\na;155000;463000\nb;80916;455569\nc;0;0\n");
        assertThat(sample.query("SELECT round(latitude, 5) || ' ' || round(longitude, 5) FROM t"))
                .startsWith("52.15517 5.3872", "52.08343 4.30635");
        assertThat(sample.column("longitude").geometry())
                .isEqualTo(new Reading.Geometry("EPSG:4258", "longitude", java.util.List.of("x", "y"), 0.2));
    }

    @Test
    void theNameSettlesOnWhichOfTwoAxesValuesLie() {
        var sample = Sample.of("naam;X;Y\na;479219.72;6815722.06\nb;479377.35;6810783.97\n");
        assertThat(sample.codes()).doesNotContain("SWAPPED_AXES");
        assertThat(sample.query("SELECT longitude::DECIMAL(9,3) || ' ' || latitude::DECIMAL(9,3) FROM t"))
                .containsExactly("4.305 52.086", "4.306 52.059");
    }

    @Test
    void swappedAxesAreTold() {
        var sample = Sample.of("naam;x;y\na;463000;155000\nb;455569;80916\n");
        assertThat(sample.codes()).contains("SWAPPED_AXES");
        assertThat(sample.query("SELECT round(latitude, 3) FROM t")).containsExactly("52.155", "52.083");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(utf8(namesAndTexts[i + 1]));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
