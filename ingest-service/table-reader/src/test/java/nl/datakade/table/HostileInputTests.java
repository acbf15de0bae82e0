package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import nl.datakade.table.Reading.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: an outcome, and rows in are rows out and rejects. The seeds are fixed, so a failure returns. */
class HostileInputTests {

    private static final String CSV =
            "naam;bedrag;datum\n\"Café; 't \"\"Hoekje\"\"\";1.204,50;01-02-2020\nb;12,5;31-12-2021\n";

    @Test
    void whatIsWrittenReadsBackEqual() {
        var random = new Random(7);
        var words = List.of(
                "eik",
                "Café",
                "a b",
                "x\"y",
                "regel\neinde",
                "het 's",
                "",
                "12,5 m",
                "één;twee",
                "tab\there",
                "pijp|streep");
        for (var charset : List.of("UTF-8", "windows-1252", "UTF-16LE")) {
            for (char delimiter : new char[] {';', ',', '\t', '|'}) {
                var expected = new ArrayList<@Nullable String>();
                var text = new StringBuilder(charset.startsWith("UTF-16") ? "\uFEFF" : "")
                        .append("id")
                        .append(delimiter)
                        .append("tekst")
                        .append(delimiter)
                        .append("n\r\n");
                for (int i = 0; i < 60; i++) {
                    var word = words.get(random.nextInt(words.size()));
                    expected.add(word.isEmpty() ? null : word);
                    text.append(i)
                            .append(delimiter)
                            .append('"')
                            .append(word.replace("\"", "\"\""))
                            .append('"')
                            .append(delimiter)
                            .append(i * 3)
                            .append("\r\n");
                }
                var sample = Sample.of(text.toString(), Charset.forName(charset));
                assertThat(sample.values("tekst")).as(charset + delimiter).isEqualTo(expected);
                assertThat(sample.values("n")).hasSize(60).endsWith("177");
            }
        }
    }

    @Test
    void damagedTextNeverBreaksTheBalance() {
        var random = new Random(11);
        var original = CSV.repeat(5).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 150; i++) {
            var bytes = Arrays.copyOf(original, 1 + random.nextInt(original.length));
            for (int flip = random.nextInt(12); flip > 0; flip--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            assertBalanced(Sample.of(bytes, "sample.csv").reading);
        }
    }

    @Test
    void noiseHasAnOutcome() {
        var random = new Random(13);
        for (int i = 0; i < 80; i++) {
            var bytes = new byte[1 + random.nextInt(3000)];
            random.nextBytes(bytes);
            assertBalanced(Sample.of(bytes, "sample.csv").reading);
        }
    }

    @Test
    void damagedContainersHaveAReason() {
        var random = new Random(17);
        for (var start : List.of(
                "PK\u0003\u0004",
                "PAR1",
                "SQLite format 3\0",
                "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
                "\u001f\u008b",
                "Obj\u0001")) {
            var bytes = new byte[2000];
            random.nextBytes(bytes);
            var magic = start.getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(magic, 0, bytes, 0, magic.length);
            var reading = Sample.of(bytes, "sample.bin").reading;
            assertThat(reading.outcome()).as(start).isEqualTo(Outcome.UNREADABLE);
            assertThat(reading.reason()).isNotBlank();
        }
    }

    @Test
    void aHundredThousandColumnsAreRefusedInWords() {
        var header = new StringBuilder("a");
        for (int i = 0; i < 100_000; i++) {
            header.append(";k").append(i);
        }
        assertThat(Sample.of(header + "\n1;2\n").reading.reason()).contains("columns");
    }

    @Test
    void deepNestingIsRefusedInWords() {
        var reading = Sample.of("[{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}]").reading;
        assertThat(reading.outcome()).isEqualTo(Outcome.UNREADABLE);
    }

    @Test
    @Tag("shared-data")
    void knownHostileFilesHaveAnOutcome() throws IOException {
        var folder = System.getenv("DATAKADE_TEST_DATA");
        if (folder == null) {
            System.out.println(
                    "The checks on hostile files did not run: DATAKADE_TEST_DATA does not name the folder of test data.");
            return;
        }
        try (var files = Files.list(Path.of(folder, "hostile", "parquet"))) {
            for (var file : files.toList()) {
                assertBalanced(Sample.of(file).reading);
            }
        }
        var strings = Files.readAllLines(Path.of(folder, "hostile", "naughty-strings.json")).stream()
                .map(line -> '"' + line.replace("\"", "\"\"") + "\";1")
                .collect(Collectors.joining("\n", "tekst;n\n", "\n"));
        var sample = Sample.of(strings);
        assertThat(sample.table().rejectedRows()).isZero();
        assertBalanced(sample.reading);
    }

    private static void assertBalanced(Reading reading) {
        assertThat(reading.outcome()).isNotNull();
        assertThat(reading.rowsIn()).isEqualTo(reading.rows() + reading.rejectedRows());
    }
}
