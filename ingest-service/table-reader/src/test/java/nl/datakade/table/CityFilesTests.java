package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Eleven real files of departments; they run where {@code DATAKADE_TEST_DATA} names the folder of test data. */
@Tag("shared-data")
class CityFilesTests {

    private record Expected(String file, long rows, String encoding, String delimiter, List<String> types) {}

    private static final List<Expected> EXPECTED = List.of(
            new Expected(
                    "bomen-2.csv",
                    1999,
                    "UTF-8",
                    ",",
                    List.of("straatcode VARCHAR", "laatste_mutatie TIMESTAMP", "oppervlak DECIMAL(18,2)")),
            new Expected(
                    "bomen.csv",
                    1999,
                    "ISO-8859-1",
                    ";",
                    List.of("x DOUBLE", "y DOUBLE", "plaatsingsdatum TIMESTAMP", "werkpakket_vlak_code VARCHAR")),
            new Expected("fiets.csv", 202, "UTF-8", ",", List.of("long DOUBLE", "lat DOUBLE", "fid VARCHAR")),
            new Expected(
                    "lichtmasten-den-haag.csv",
                    1999,
                    "ISO-8859-1",
                    ";",
                    List.of("item_number VARCHAR", "x DOUBLE", "date_modified DATE", "slimme_meter BOOLEAN")),
            new Expected(
                    "meldingen-openbare-ruimte-den-haag.csv",
                    1999,
                    "windows-1252",
                    ";",
                    List.of("datum_melding DATE", "xcoordinaat DOUBLE", "lat DOUBLE", "huisnummer VARCHAR")),
            new Expected(
                    "monumenten.csv",
                    1165,
                    "UTF-8",
                    ";",
                    List.of("inschrdat DATE", "postcode VARCHAR", "x_coord BIGINT")),
            new Expected(
                    "parkeermeters-den-haag.csv",
                    1999,
                    "ISO-8859-1",
                    ";",
                    List.of(
                            "gsm_nummer VARCHAR",
                            "plaatsingsdatum DATE",
                            "verkooppunt BOOLEAN",
                            "betaalautomaatnummer VARCHAR")),
            new Expected(
                    "verkeersongevallen-bron.csv",
                    1999,
                    "UTF-8",
                    ",",
                    List.of("verkeersongeval_nummer BIGINT", "actueel BOOLEAN")),
            new Expected("verkeerstelling.csv", 71, "US-ASCII", ";", List.of("_2010 BIGINT", "telpunt VARCHAR")),
            new Expected("zorgafstanden-den-haag.csv", 1999, "US-ASCII", ";", List.of("huisarts BIGINT")));

    @Test
    void everyRowOfEveryFileIsRead() throws IOException {
        if (folder() == null) {
            return;
        }
        for (var expected : EXPECTED) {
            var sample = Sample.of(city(expected.file()));
            assertThat(sample.table().rowsIn()).as(expected.file()).isEqualTo(expected.rows());
            assertThat(sample.table().rows()).as(expected.file()).isEqualTo(expected.rows());
            assertThat(String.valueOf(sample.reading.encoding()))
                    .as(expected.file())
                    .contains("=" + expected.encoding() + ",");
            assertThat(sample.reading.dialect())
                    .as(expected.file())
                    .hasFieldOrPropertyWithValue("delimiter", expected.delimiter());
            assertThat(sample.table().columns().stream().map(column -> column.name() + " " + column.type()))
                    .as(expected.file())
                    .containsAll(expected.types());
        }
    }

    @Test
    void theValuesAreThoseOfTheFile() throws IOException {
        if (folder() == null) {
            return;
        }
        var reports = Sample.of(city("meldingen-openbare-ruimte-den-haag.csv"));
        assertThat(
                        reports.query(
                                "SELECT concat_ws('|', datum_melding, xcoordinaat, ycoordinaat, long, huisnummer) FROM t WHERE zaak_id = 1489952"))
                .containsExactly("2018-08-12|76369.388|451084.852|4.2410662603966385|2010");
        assertThat(reports.query("SELECT count(*) FROM t WHERE xcoordinaat IS NULL"))
                .containsExactly("768");
        var trees = Sample.of(city("bomen.csv"));
        assertThat(trees.query(
                        "SELECT concat_ws('|', tijdstipregistratie, oppervlakte, x, y) FROM t WHERE id = 224509"))
                .containsExactly("2019-08-01 11:19:36|41.3|77728.348|454586.465");
        var counts = Sample.of(city("verkeerstelling.csv"));
        assertThat(counts.query("SELECT sum(_2011) FROM t")).containsExactly("208320");
        var parking = Sample.of(city("parkeren-rdw.geojson"));
        assertThat(parking.table().rows()).isEqualTo(783);
        assertThat(parking.query("SELECT latitude FROM t WHERE feature_id = 'rdw_10_CPFIV'"))
                .containsExactly("53.327477935");
    }

    private static Path city(String file) {
        return Path.of(String.valueOf(folder()), "city", file);
    }

    private static @org.jspecify.annotations.Nullable String folder() {
        var folder = System.getenv("DATAKADE_TEST_DATA");
        if (folder == null) {
            System.out.println(
                    "The checks on real files did not run: DATAKADE_TEST_DATA does not name the folder of test data.");
        }
        return folder;
    }
}
