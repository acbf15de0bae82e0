package nl.datakade.cli.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShipmentTests {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "Tellingen 2026 (week 3).csv, tellingen-2026-week-3",
        "2026_één bestand.xlsx, een-bestand",
        "BOMEN.tar.gz, bomen-tar"
    })
    void aFilesNameBecomesTheDatasets(String file, String dataset) {
        assertThat(Shipment.nameOf(Path.of(file))).isEqualTo(dataset);
    }

    @Test
    void aListInCsvNamesFilesBesideIt() throws Exception {
        Files.writeString(folder.resolve("a;b.csv"), "x\n1\n");
        Path list = Files.writeString(
                folder.resolve("lijst.csv"), "\uFEFFfile;dataset;department\r\n\"a;b.csv\";proef;groen\r\n\r\n");

        assertThat(shipment(list).deliveries())
                .containsExactly(new Delivery(folder.resolve("a;b.csv"), "proef", "groen", null));
    }

    @Test
    void aListInYamlDoesTheSame() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "x\n1\n");
        Path list = Files.writeString(folder.resolve("lijst.yml"), "- {file: a.csv, dataset: proef, type: text/csv}\n");

        assertThat(shipment(list).deliveries())
                .containsExactly(new Delivery(folder.resolve("a.csv"), "proef", "handhaving", "text/csv"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lijst.csv | file,datset\\na.csv,proef | datset",
                "lijst.csv | file,dataset\\na.csv | expected 2 cells",
                "lijst.yaml | - file: a.csv | needs a file and a dataset",
                "lijst.yaml | {{{ | is not YAML",
                "lijst.csv | file,dataset\\nweg.csv,proef | not a file that can be read"
            })
    void aListThatCannotBeUsedSaysWhere(String name, String content, String message) throws Exception {
        Path list = Files.writeString(folder.resolve(name), content.replace("\\n", "\n"));

        assertThatThrownBy(() -> shipment(list).deliveries())
                .isInstanceOf(Manifest.Unusable.class)
                .hasMessageContaining(message);
    }

    private static Shipment shipment(@Nullable Path list) {
        return new Shipment(List.of(), list, null, "handhaving", null);
    }
}
