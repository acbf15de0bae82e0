package nl.datakade.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

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
                "lijst.csv | file,dataset\\nweg.csv,proef | There is no file or folder"
            })
    void aListThatCannotBeUsedSaysWhere(String name, String content, String message) throws Exception {
        Path list = Files.writeString(folder.resolve(name), content.replace("\\n", "\n"));

        assertThatThrownBy(() -> shipment(list).deliveries())
                .isInstanceOf(Manifest.Unusable.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"weg.csv", "weg/", "weg/nog/verder"})
    void whatIsNotThereIsSaidAndNothingIsSent(String name) {
        Path missing = folder.resolve(name);
        var said = new StringWriter();
        var command = new CommandLine(new PushCommand(() -> {
                    throw new AssertionError("the platform is not asked");
                }))
                .setErr(new PrintWriter(said));

        assertThat(command.execute(missing.toString())).isEqualTo(Push.UNUSABLE);
        assertThat(command.execute(missing.toString(), "--dataset", "proef")).isEqualTo(Push.UNUSABLE);
        assertThat(command.execute("--manifest", missing.toString())).isEqualTo(Push.UNUSABLE);
        assertThat(said.toString().lines()).hasSize(3).containsOnly("There is no file or folder " + missing + ".");
    }

    @Test
    void whatIsNoFileAndAnEmptyFolderAreSaidToo() throws Exception {
        var said = new StringWriter();
        var command = new CommandLine(new PushCommand()).setErr(new PrintWriter(said));
        Path empty = Files.createDirectory(folder.resolve("leeg"));

        assertThat(command.execute(empty.toString())).isEqualTo(Push.UNUSABLE);
        assertThat(command.execute("/dev/null", "--dataset", "proef")).isEqualTo(Push.UNUSABLE);
        assertThat(said.toString()).contains("There is nothing to send").contains("/dev/null is not a file");
    }

    private static Shipment shipment(@Nullable Path list) {
        return new Shipment(List.of(), list, null, "handhaving", null);
    }
}
