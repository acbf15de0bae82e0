package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.datakade.table.Reading.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an archive is data, and what is said of one that cannot be read. */
class ArchiveTests {

    private static final Path FAULTS = Path.of("src/test/resources/nl/datakade/table/faults");
    private static final String TABLE = "soort;hoogte\nlinde;12,5\neik;3,0\n";

    @Test
    void whatIsNoDataIsLeftOutAndReported() throws IOException {
        var sample = Sample.of(FAULTS.resolve("51-zip-readme.zip"));

        assertThat(sample.reading.tables()).extracting(Reading.Table::name).containsExactly("bomen", "paden");
        assertThat(sample.values("hoogte")).containsExactly("12.5");
        assertThat(sample.reading.findings())
                .filteredOn(finding -> finding.code().equals("ENTRIES_LEFT_OUT"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message()).contains("LEESMIJ.txt", ".DS_Store", "._bomen.csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lees mij.txt",
                "README.md",
                "docs/LICENSE",
                "licentie-cc0.txt",
                "Thumbs.db",
                "map/desktop.ini",
                "~$bomen.xlsx",
                "00_leesmij.txt",
                "disclaimer.html",
                "map\\Thumbs.db",
                "bron.url",
                "__MACOSX/._x"
            })
    void besideData(String name) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(name, "Dit is een toelichting.\nMet twee regels, en komma.\n");
        parts.put("bomen.csv", TABLE);
        var sample = Sample.of(RawWorkbook.zip(parts), "bomen.zip");

        assertThat(sample.reading.tables()).hasSize(1);
        assertThat(sample.values("soort")).containsExactly("linde", "eik");
        assertThat(sample.codes()).contains("ENTRIES_LEFT_OUT").doesNotContain("ENTRY_NOT_READ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"metadata.csv", "toelichtingen.csv", "licenties.json", "readmissions.txt", "disclaimer.xlsx.csv"
            })
    void dataByItsEnding(String name) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(name, name.endsWith("json") ? "[{\"a\":1},{\"a\":2}]" : TABLE);
        parts.put("bomen.csv", TABLE);

        assertThat(Sample.of(RawWorkbook.zip(parts), "bomen.zip").reading.tables())
                .hasSize(2);
    }

    @Test
    void aFileThatComesAloneIsWhatWasSent() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("leesmij.txt", TABLE);

        assertThat(Sample.of(RawWorkbook.zip(parts), "bomen.zip").values("soort"))
                .containsExactly("linde", "eik");
    }

    @Test
    void namesThatAreNoUtf8() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, Charset.forName("IBM437"))) {
            for (var name : new String[] {"b\u00e9\u00e9n.csv", "paden.csv"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(TABLE.getBytes(StandardCharsets.UTF_8));
            }
        }
        var sample = Sample.of(out.toByteArray(), "oud.zip");

        assertThat(sample.reading.tables()).extracting(Reading.Table::label).hasSize(2);
        assertThat(sample.reading.tables()).extracting(Reading.Table::name).containsExactly("been", "paden");
    }

    @Test
    void aPasswordIsNoDamage() throws IOException {
        var bytes = stored();
        bytes[6] |= 1; // the flag of a local header that says encrypted
        assertRefused(bytes, "PROTECTED_ARCHIVE", "password");
    }

    @Test
    void whatIsDamagedSaysWhere() throws IOException {
        var bytes = stored();
        bytes[30 + "bomen.csv".length() + 3] ^= 1; // one bit of the content
        assertRefused(bytes, "BROKEN_ARCHIVE", "bomen.csv");

        var cut = new byte[bytes.length - 30];
        System.arraycopy(stored(), 0, cut, 0, cut.length);
        assertRefused(cut, "BROKEN_ARCHIVE", "cut off");
    }

    private static byte[] stored() throws IOException {
        var content = TABLE.getBytes(StandardCharsets.UTF_8);
        var sum = new CRC32();
        sum.update(content);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            var entry = new ZipEntry("bomen.csv");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static void assertRefused(byte[] bytes, String code, String words) {
        var reading = Sample.of(bytes, "bomen.zip").reading;

        assertThat(reading.outcome()).isEqualTo(Outcome.UNREADABLE);
        assertThat(reading.findings()).extracting(finding -> finding.code()).containsExactly(code);
        assertThat(reading.reason()).contains(words);
    }
}
