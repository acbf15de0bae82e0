package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nl.datakade.table.row.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that all have more cells than the header, because values with a delimiter in them were not quoted. */
class CutValuesTests {

    @Test
    void datesWithACommaAreOneValueAgain() throws IOException {
        var sample = Faults.read("07-rfc2822-unquoted-comma.csv");

        assertThat(Faults.table(sample)).isEqualTo(Faults.truth("07-rfc2822-unquoted-comma.csv"));
        assertThat(sample.codes()).contains("SPLIT_VALUES").doesNotContain("HEADINGS_TOO_FEW", "RAGGED_ROWS");
        assertThat(finding(sample, "SPLIT_VALUES").message()).contains("rfc2822");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    October 11, 2024         | October 12, 2024
                    Friday, October 11, 2024 | Saturday, October 12, 2024
                    Fri,11 Oct 2024          | Sat,12 Oct 2024
                    vrijdag,11 oktober 2024  | zaterdag,12 oktober 2024
                    11 oktober,2024          | 12 oktober,2024
                    Jansen, P.               | De Vries, A.
                    Kade 1, Den Haag         | Plein 2, Delft
                    """)
    void whateverTheCommaBelongsTo(String one, String other) {
        var sample = Sample.of("nr,wat,aantal\n1," + one + ",12\n2," + other + ",13\n3," + one + ",14\n");

        assertThat(sample.values("wat")).containsExactly(one, other, one);
        assertThat(sample.values("aantal")).containsExactly("12", "13", "14");
        assertThat(sample.type("aantal")).isEqualTo("BIGINT");
        assertThat(sample.codes()).contains("SPLIT_VALUES");
    }

    @Test
    void valuesThatSomebodyQuotedStayWhole() {
        var sample = Sample.of("""
                nr,dag,n
                1,Fri, 11 Oct 2024,12
                2,"Sat, 12 Oct 2024",13
                3,Sun, 13 Oct 2024,14
                4,Mon, 14 Oct 2024,15
                """);

        assertThat(sample.values("dag"))
                .containsExactly("Fri, 11 Oct 2024", "Sat, 12 Oct 2024", "Sun, 13 Oct 2024", "Mon, 14 Oct 2024");
        assertThat(sample.reading.rowsIn()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    naam,aantal     | Eik,3,50  | Beuk,2,75 | Linde,4,25
                    naam;aantal     | 1;Eik;3   | 2;Beuk;4  | 3;Linde;5
                    naam,soort      | Eik,a,loof | Beuk,b,loof | Den,c,naald
                    """)
    void whereAnythingElseFitsTooTheVersionIsHeldBack(String header, String one, String two, String three) {
        var text = String.join("\n", header, one, two, three, "");
        var sample = Sample.of(text);

        assertThat(finding(sample, "HEADINGS_TOO_FEW").severity()).isEqualTo(Finding.Severity.BLOCKING);
        assertThat(finding(sample, "HEADINGS_TOO_FEW").line()).isEqualTo(1);
        assertThat(sample.reading.rows()).isEqualTo(3);
        var settled = ReadOptions.none().withInstructions(new Instructions(null, null, null, 0, 1, null));
        assertThat(Sample.of(text.getBytes(StandardCharsets.UTF_8), "sample.csv", settled)
                        .codes())
                .doesNotContain("HEADINGS_TOO_FEW");
    }

    @Test
    void delimitersTooManyAreNoCells() {
        var sample = Sample.of("naam;aantal\nEik;3;\nBeuk;4;\nLinde;5;\n");

        assertThat(sample.values("aantal")).containsExactly("3", "4", "5");
        assertThat(sample.codes()).doesNotContain("HEADINGS_TOO_FEW");
    }

    private static Finding finding(Sample sample, String code) {
        return sample.reading.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
