package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.datakade.table.row.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of old machines, distinguished from that of Windows by the words that come out. */
class OldEncodingTests {

    private static final String DUTCH = "plaats;n\nDrie\u00ebn;1\nCo\u00f6rdinatie;2\nCaf\u00e9 en Re\u00fcnie;3\n";

    @Test
    void textOfAnOldMacintosh() throws IOException {
        var sample = Faults.read("17-macroman-cr.csv");

        assertThat(Faults.table(sample)).isEqualTo(Faults.truth("17-macroman-cr.csv"));
        assertThat(encoding(sample)).isEqualTo("macintosh");
    }

    @ParameterizedTest
    @CsvSource({
        "x-MacRoman, macintosh, Drie\u00ebn",
        "x-MacRoman, macintosh, \u2018s ochtends in het caf\u00e9",
        "x-MacRoman, macintosh, \u201cwaar\u201d of \u2019s avonds foto\u2019s",
        "x-MacRoman, macintosh, foto\u2019s van \u00e9\u00e9n wijk",
        "x-MacRoman, macintosh, BELGI\u00cb EN KOLI\u00cbN",
        "IBM850, IBM850, Drie\u00ebn",
        "IBM850, IBM850, ge\u00efnd",
        "IBM850, IBM850, Kr\u00fcsman 4\u00ab 5\u00ab",
        "IBM850, IBM850, caf\u00e9",
        "IBM850, IBM850, cr\u00e8me br\u00fbl\u00e9e",
        "IBM850, IBM850, ma\u00eetre d\u2019h\u00f4tel re\u00fcnie",
        "IBM437, IBM850, h\u00f6f\u00eb en re\u00ebel",
        "windows-1252, ISO-8859-1, Drie\u00ebn",
        "windows-1252, ISO-8859-1, \u00e9\u00e9n",
        "windows-1252, ISO-8859-1, D\u00e9hora",
        "windows-1252, ISO-8859-1, m\u00b2 en \u00b0 en \u00bd",
        "windows-1252, windows-1252, \u2018s ochtends \u201cwaar\u201d het kan\u2026",
        "windows-1252, windows-1252, foto\u2019s voor \u20ac 3",
        "windows-1252, ISO-8859-1, Husz\u00e1r",
        "windows-1252, ISO-8859-1, KOLI\u00cbN"
    })
    void wordsDecide(String written, String expected, String words) {
        var sample = Sample.of(("naam;n\n" + words + ";1\n").replace("\u2019h", "h"), Charset.forName(written));

        assertThat(encoding(sample)).isEqualTo(expected);
        assertThat(sample.values("naam")).containsExactly(words.replace("\u2019h", "h"));
        assertThat(sample.codes()).doesNotContain("ENCODING_UNSURE", "UNDEFINED_BYTES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-MacRoman", "IBM850", "IBM437", "windows-1252", "ISO-8859-1", "UTF-8", "UTF-16LE"})
    void theSameTextComesOutOfAll(String charset) {
        var sample = Sample.of(DUTCH, Charset.forName(charset));

        assertThat(sample.values("plaats"))
                .containsExactly("Drie\u00ebn", "Co\u00f6rdinatie", "Caf\u00e9 en Re\u00fcnie");
    }

    @Test
    void bytesThatAreNoCharacterAreReportedWithColumnAndLine() {
        var bytes = "naam;soort\nfoto\u0092s;Drie\u00ebn\nx;caf\u00e9\ny;\u0081\u008dab\n"
                .getBytes(StandardCharsets.ISO_8859_1);

        var findings = findings(Sample.of(bytes, "sample.csv"), "UNDEFINED_BYTES");

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.column()).isEqualTo("soort");
            assertThat(finding.line()).isEqualTo(4);
            assertThat(finding.message()).contains("windows-1252");
        });
    }

    @Test
    void whatMayBeTwoThingsIsReportedWithColumnAndLine() {
        var bytes = "naam;n\nHof;1\nWest\u00ff;2\n".getBytes(StandardCharsets.ISO_8859_1);

        var findings = findings(Sample.of(bytes, "sample.csv"), "ENCODING_UNSURE");

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.column()).isEqualTo("naam");
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.message()).contains("ISO-8859-1", "IBM850");
        });
    }

    @Test
    void aHeadingWithUndefinedBytesIsReportedByItsLine() {
        var bytes = "na\u0081\u008dam;n\nfoto\u0092s;1\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(findings(Sample.of(bytes, "sample.csv"), "UNDEFINED_BYTES"))
                .extracting(Finding::line)
                .containsExactly(1L);
    }

    @Test
    void anEncodingThatWasFixedIsTheOne() {
        var bytes = DUTCH.getBytes(Charset.forName("x-MacRoman"));
        var fixed = ReadOptions.none().withInstructions(new Instructions("windows-1252", null, null, null, null, null));

        var sample = Sample.of(bytes, "sample.csv", fixed);

        assertThat(encoding(sample)).isEqualTo("windows-1252");
        assertThat(sample.codes()).doesNotContain("ENCODING_UNSURE");
    }

    private static String encoding(Sample sample) {
        return String.valueOf(sample.reading.encoding()).replaceAll(".*name=([^,]*),.*", "$1");
    }

    private static List<Finding> findings(Sample sample, String code) {
        return sample.reading.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .toList();
    }
}
