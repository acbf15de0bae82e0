package nl.datakade.quality.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.datakade.quality.semantic.Detection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real files of departments, full of counters, lamp numbers, house numbers and coordinates, and without a single person in them;
 * they are looked at where {@code DATAKADE_TEST_DATA} names the folder of test data.
 */
@Tag("shared-data")
class CityFilesTests {
    private static final Map<String, String> FILES = Map.of(
            "bomen.csv", "delim = ';', encoding = 'latin-1'",
            "lichtmasten-den-haag.csv", "delim = ';'",
            "meldingen-openbare-ruimte-den-haag.csv", "delim = ';'",
            "monumenten.csv", "delim = ';'",
            "parkeermeters-den-haag.csv", "delim = ';', encoding = 'latin-1'",
            "verkeerstelling.csv", "delim = ';'",
            "zorgafstanden-den-haag.csv", "delim = ';'",
            "bomen-2.csv", "delim = ','",
            "fiets.csv", "delim = ','",
            "verkeersongevallen-bron.csv", "delim = ','");

    private static final Map<String, List<String>> MEANINGS = Map.of(
            "lichtmasten-den-haag.csv", List.of("X rd-x", "Y rd-y", "LONG longitude", "LAT latitude"),
            "meldingen-openbare-ruimte-den-haag.csv",
                    List.of("DATUM_MELDING date", "STRAATNAAM street", "HUISNUMMER house-number", "XCOORDINAAT rd-x"),
            "monumenten.csv", List.of("POSTCODE postcode", "INSCHRDAT date", "KICH_URL url", "X_COORD rd-x"),
            "parkeermeters-den-haag.csv", List.of("GUID uuid", "STRAAT street", "PLAATSINGSDATUM date"),
            "bomen.csv", List.of("GUID uuid", "TIJDSTIPREGISTRATIE timestamp", "PLAATSINGSDATUM timestamp"),
            "verkeersongevallen-bron.csv", List.of("jaar_ongeval year", "straatnaam street", "shape geometry"),
            "zorgafstanden-den-haag.csv", List.of("ADRES address"),
            "fiets.csv", List.of("long longitude", "lat latitude", "shape geometry"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void nobodyIsSeenWhereNobodyIs() throws SQLException {
        for (var entry : profiles().entrySet()) {
            assertThat(entry.getValue().columns())
                    .as(entry.getKey())
                    .noneMatch(ColumnProfile::personal)
                    .allMatch(column -> column.meanings().stream().noneMatch(Detection::withinText));
        }
    }

    @Test
    void whatIsThereIsRecognised() throws SQLException {
        for (var entry : profiles().entrySet()) {
            var found = entry.getValue().columns().stream()
                    .flatMap(column -> column.meanings().stream()
                            .map(meaning ->
                                    column.label() + " " + meaning.type().code()))
                    .toList();
            assertThat(found).as(entry.getKey()).containsAll(MEANINGS.getOrDefault(entry.getKey(), List.of()));
        }
    }

    @Test
    void bothCoordinatesOfEveryPlaceAgree() throws SQLException {
        for (var entry : profiles().entrySet()) {
            var agreement = entry.getValue().coordinates();
            if (agreement != null) {
                assertThat(agreement.agreeing()).as(entry.getKey()).isEqualTo(agreement.compared());
            }
        }
    }

    private Map<String, TableProfile> profiles() throws SQLException {
        var profiles = new TreeMap<String, TableProfile>();
        var data = data();
        for (var file : FILES.entrySet()) {
            var path =
                    Engine.literal(data.resolve("city").resolve(file.getKey()).toString());
            profiles.put(
                    file.getKey(),
                    Parquet.profile(
                            folder,
                            "SELECT * FROM read_csv(" + path + ", " + file.getValue()
                                    + ", header = true, quote = '\"', sample_size = -1, null_padding = true,"
                                    + " store_rejects = true)"));
        }
        return profiles;
    }

    /** Skipped, and counted as such, where the files are not. */
    private static Path data() {
        var folder = System.getenv("DATAKADE_TEST_DATA");
        assumeTrue(folder != null, "DATAKADE_TEST_DATA does not name the folder of test data");
        return Path.of(String.valueOf(folder));
    }
}
