package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nl.datakade.table.row.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was understood of a file, as CSV and as Parquet: the same values, and for some faults just the right ones. */
class ConvertTypedTests {

    private static final Path FAULTS = Path.of("src/test/resources/nl/datakade/table/faults");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    static List<Path> faults() throws IOException {
        try (Stream<Path> files = Files.list(FAULTS)) {
            return files.filter(file -> !file.toString().matches(".*\\.(truth|types)\\.csv"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultIsWrittenAsCsvAndAsParquetAlike(Path fault) throws IOException, SQLException {
        var name = String.valueOf(fault.getFileName());
        var reading = TableReader.read(
                fault, null, name, Files.createDirectories(folder.resolve("read")), ReadOptions.none());
        if (reading.reason() != null) {
            assertThat(refusal(fault)).isEqualTo(reading.reason());
            return;
        }

        var texts = ConvertTyped.convert(fault, folder.resolve("out.csv"));
        var tables = ConvertTyped.convert(fault, folder.resolve("out.parquet"));

        assertThat(texts).hasSameSizeAs(reading.tables()).allMatch(Files::exists);
        assertThat(tables).hasSameSizeAs(reading.tables()).allMatch(Files::exists);
        for (int i = 0; i < texts.size(); i++) {
            var csv = PlainCsv.read(Files.readString(texts.get(i)));
            assertThat(csv).hasSize((int) reading.tables().get(i).rows() + 1);
            assertThat((long) csv.size() - 1).isEqualTo(rows(tables.get(i)));
            assertThat(csv).allMatch(row -> row.size() == csv.getFirst().size());
        }
    }

    private String refusal(Path fault) throws IOException {
        try {
            return "written: " + ConvertTyped.convert(fault, folder.resolve("out.csv"));
        } catch (UnreadableFile refused) {
            return refused.reason();
        }
    }

    private static long rows(Path parquet) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT count(*) FROM '" + parquet + "'")) {
            return result.next() ? result.getLong(1) : -1;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08-xlsx-times-durations.xlsx",
                "10-xlsx-no-styles.xlsx",
                "19-xlsx-no-refs.xlsx",
                "23-xlsx-strict.xlsx",
                "31-xlsx-x000D.xlsx",
                "37-xlsx-number-format-zeros.xlsx",
                "38-xlsx-hidden-sheet.xlsx",
                "43-spreadsheetml.xls"
            })
    void theRightTable(String fault) throws IOException {
        ConvertTyped.convert(FAULTS.resolve(fault), folder.resolve("out.csv"));

        assertThat(PlainCsv.read(Files.readString(folder.resolve("out.csv"))))
                .isEqualTo(PlainCsv.read(Files.readString(FAULTS.resolve(fault + ".truth.csv"))));
    }

    @Test
    void severalTablesGoToFilesWithTheirNames() throws IOException {
        var written = ConvertTyped.convert(FAULTS.resolve("51-zip-readme.zip"), folder.resolve("out.csv"));

        assertThat(written).containsExactly(folder.resolve("out-bomen.csv"), folder.resolve("out-paden.csv"));
        assertThat(Files.readString(written.getFirst())).isEqualTo("soort,hoogte\nlinde,12.5\n");
        assertThat(ConvertTyped.convert(FAULTS.resolve("51-zip-readme.zip"), folder.resolve("out.parquet")))
                .containsExactly(folder.resolve("out-bomen.parquet"), folder.resolve("out-paden.parquet"));
        assertThat(ConvertFile.convert(FAULTS.resolve("51-zip-readme.zip"), folder.resolve("raw.csv")))
                .isEqualTo(folder.resolve("raw-bomen.csv"));
    }

    @Test
    void valuesOfEveryType() throws IOException {
        var json =
                "[{\"d\":\"2025-04-01\",\"t\":\"2025-04-01T18:00:00\",\"n\":1.5,\"b\":true,\"s\":{\"a\":[1,2]},\"leeg\":null,\"w\":\"x\"},"
                        + "{\"d\":\"2025-04-02\",\"t\":\"2025-04-02T18:00:01\",\"n\":2,\"b\":false,\"s\":{\"a\":[]},\"leeg\":null,\"w\":null}]";
        var file = Files.writeString(folder.resolve("in.json"), json, StandardCharsets.UTF_8);
        ConvertTyped.convert(file, folder.resolve("out.csv"));

        assertThat(PlainCsv.read(Files.readString(folder.resolve("out.csv"))))
                .containsExactly(
                        List.of("d", "t", "n", "b", "s", "leeg", "w"),
                        List.of("2025-04-01", "2025-04-01 18:00:00", "1.5", "true", "{\"a\":[1,2]}", "", "x"),
                        List.of("2025-04-02", "2025-04-02 18:00:01", "2.0", "false", "{\"a\":[]}", "", ""));
    }

    @Test
    void geometryIsWellKnownText() throws IOException {
        ConvertTyped.convert(FAULTS.resolve("41-geojson-3857.geojson"), folder.resolve("out.csv"));

        assertThat(Files.readString(folder.resolve("out.csv"))).contains("POINT (545000.1 6868000.2)");
    }

    @Test
    void aProgramByItselfHasABoundOfItsOwn() {
        assertThat(ReadingTime.ofProgram(46_000)).isEqualTo(Duration.ofMinutes(2));
        assertThat(ReadingTime.ofProgram(1L << 50)).isEqualTo(Duration.ofHours(6));
    }
}
