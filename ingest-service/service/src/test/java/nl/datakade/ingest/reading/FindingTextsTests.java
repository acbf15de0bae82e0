package nl.datakade.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.datakade.table.Instructions;
import nl.datakade.table.ReadOptions;
import nl.datakade.table.SchemaDrift;
import nl.datakade.table.TableReader;
import nl.datakade.table.row.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTextsTests {

    private static final Locale DUTCH = Locale.of("nl");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><title>Inloggen</title></html>",
                "{\"a\": [1, 2",
                "PK\u0003\u0004 geen archief",
                "Rapport over bomen\n\nsoort;n;datum;prijs\n-;st;;eur\n;1.204;03/04/2026; 1,5 \nEik;2.305;05/04/2026;-\n",
                "1;2;3\n4;5;6\n7;8;9\n",
                "soort;straat;n\nEik;Kade;1\nBeuk;Plein;2\nLinde,Laan,3\nIep;Gracht;4\nEs;Steeg;5\n",
                "soort;n\nEik\u0000;1\nBeuk;2\n",
                "tijd;geboortedatum;lat\n12.30;01-02-48;52.373.123\n10.15;03-04-51;52.091.001\n",
                "lat;lon\n52.373;4.892\n52.091;5.122\n",
                "a;b\n1;2\n3;4;5;6\n7;8\n\n9\n",
                "nr,dag,aantal\n1,Fri, 11 Oct 2024,3\n2,Sat, 12 Oct 2024,4\n",
                "naam;aantal\n1;Eik;3\n2;Beuk;4\n3;Linde;5\n",
                "# soort;straat;hoogte\nEik;Kade;1\n;;\nBeuk;Plein;2\n",
                "Reis;;Hotel;\ntrein;totaal;nacht;totaal\n1,5;2,5;3,5;4,5\n2,5;3,5;4,5;5,5\n",
                """
                datum;n
                01-02-2026;1
                02-02-2026;1
                03-02-2026;1
                04-02-2026;1
                05-02-2026;1
                06-02-2026;1
                07-02-2026;1
                08-02-2026;1
                09-02-2026;1
                10-02-2026;1
                31-02-2026;001
                """
            })
    void whatIsFoundIsSaidInDutchToo(String text, @TempDir Path folder) throws IOException {
        var columns = Map.of("weg", new Instructions.Column(null, "DATE", null, null, true));
        var options = ReadOptions.named("t").withInstructions(new Instructions(null, null, null, null, null, columns));
        var file = Files.write(folder.resolve("content"), text.getBytes(StandardCharsets.UTF_8));

        var findings =
                TableReader.read(file, "text/csv", "t.csv", folder, options).findings();

        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(FindingTexts.text(finding, DUTCH))
                    .as(finding.code())
                    .isNotEqualTo(finding.message())
                    .doesNotContain("{");
            assertThat(FindingTexts.text(finding, Locale.ENGLISH)).isEqualTo(finding.message());
        });
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatIsFoundInOddFilesIsSaidInDutchToo(Path fault, @TempDir Path folder) throws IOException {
        var name = String.valueOf(fault.getFileName());

        assertThat(TableReader.read(fault, null, name, folder, ReadOptions.named("t"))
                        .findings())
                .allSatisfy(finding -> assertThat(FindingTexts.text(finding, DUTCH))
                        .as(finding.code())
                        .isNotEqualTo(finding.message())
                        .doesNotContain("{"));
    }

    static List<Path> faults() throws IOException {
        var folder = Path.of("../table-reader/src/test/resources/nl/datakade/table/faults");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().matches(".*\\.(truth|types)\\.csv"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource(SchemaDrift.Kind.class)
    void everyChangeIsSaidInDutchToo(SchemaDrift.Kind kind) {
        var finding = Finding.info(kind.name(), null, "something changed").with("een", "twee");
        assertThat(FindingTexts.text(finding, DUTCH)).isNotEqualTo("something changed");
    }

    @Test
    void whyThereIsNoTableIsSaidInDutchToo(@TempDir Path folder) throws IOException {
        var page = Files.writeString(folder.resolve("content"), "<html><title>Inloggen</title></html>");
        var reading = TableReader.read(page, "text/csv", "t.csv", folder, ReadOptions.none());
        assertThat(FindingTexts.detail(reading, DUTCH)).isEqualTo("Het bestand is een HTML-pagina");
        assertThat(FindingTexts.remedy(reading, DUTCH)).startsWith("download de gegevens zelf");
        assertThat(FindingTexts.detail(reading, Locale.ENGLISH)).startsWith("claims to be CSV");
    }

    @Test
    void aFindingKeptWithoutItsArgumentsStaysAsItWas() {
        var kept = new Finding("PADDED", Finding.Severity.INFO, "t", "a", null, "3 values have blanks", List.of());
        assertThat(FindingTexts.text(kept, DUTCH)).isEqualTo("3 values have blanks");
        var unknown = Finding.info("OF_A_LATER_READER", null, "something new");
        assertThat(FindingTexts.text(unknown, DUTCH)).isEqualTo("something new");
    }
}
