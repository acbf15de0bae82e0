package nl.datakade.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.datakade.table.Reading.Outcome;
import org.h2gis.functions.io.dbf.internal.DbaseFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every format cut off, with bits turned over, or made to burst: an outcome each, in bounded time and memory. */
class DamagedFormatTests {

    private static final int DAMAGES = 25;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void damagedBytesOfEveryFormatHaveAnOutcome() throws IOException, DbaseFileException {
        var random = new Random(23);
        for (var original : originals().entrySet()) {
            for (int i = 0; i < DAMAGES; i++) {
                var bytes = damaged(original.getValue(), random);
                var reading = Sample.of(bytes, original.getKey()).reading;
                assertThat(reading.rowsIn())
                        .as(original.getKey() + " " + i)
                        .isEqualTo(reading.rows() + reading.rejectedRows());
                assertThat(reading.outcome() == Outcome.UNREADABLE)
                        .as(original.getKey() + " " + i)
                        .isEqualTo(reading.reason() != null);
            }
        }
    }

    private Map<String, byte[]> originals() throws IOException, DbaseFileException {
        var originals = new LinkedHashMap<String, byte[]>();
        originals.put("a.avro", FormatSamples.avro());
        originals.put("a.xlsx", FormatSamples.workbook());
        originals.put("a.zip", FormatSamples.shapefile(folder, List.of("shp", "shx", "dbf")));
        var lines = "{\"a\": 1, \"b\": [1, {\"c\": null}]}\n".repeat(9);
        originals.put("a.ndjson", lines.getBytes(UTF_8));
        originals.put("a.json", ("[" + lines.strip().replace("\n", ",") + "]").getBytes(UTF_8));
        originals.put("a.xml", ("<r>" + "<a b='1'><c>x</c></a>".repeat(9) + "</r>").getBytes(UTF_8));
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("a;b\n1;2\n".repeat(20).getBytes(UTF_8));
        }
        originals.put("a.csv.gz", packed.toByteArray());
        return originals;
    }

    private static byte[] damaged(byte[] original, Random random) {
        boolean cut = random.nextInt(3) == 0;
        var bytes = Arrays.copyOf(original, cut ? 1 + random.nextInt(original.length) : original.length);
        for (int flips = cut ? 0 : 1 + random.nextInt(4); flips > 0; flips--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    @Test
    void archivesThatBurstAreRefusedInWords() throws IOException {
        assertThat(Sample.of(burst("a.csv"), "bomb.zip").reading.reason()).contains("unpacks to");
        assertThat(Sample.of(burst("xl/workbook.xml", "xl/sharedStrings.xml"), "bomb.xlsx")
                        .reading
                        .reason())
                .contains("unpacks to");
    }

    /** A hundred mebibytes of nothing in a hundred kibibytes. */
    private static byte[] burst(String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                for (int i = 0; i < 100; i++) {
                    zip.write(new byte[1 << 20]);
                }
            }
        }
        return out.toByteArray();
    }

    @Test
    void archivesInArchivesEndSomewhere() throws IOException {
        var bytes = "a;b\n1;2\n".getBytes(UTF_8);
        for (int i = 0; i < 6; i++) {
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(i == 0 ? "a.csv" : "a.zip"));
                zip.write(bytes);
            }
            bytes = out.toByteArray();
        }
        assertThat(Sample.of(bytes, "deep.zip").reading.reason()).contains("deep");
    }

    @Test
    void entitiesOfADocumentAreNotFollowed() {
        var bomb = "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'xxxxxxxxxx'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY f SYSTEM 'file:///etc/hostname'>]><r>" + "<v><w>&b;&f;</w></v>".repeat(9) + "</r>";
        var reading = Sample.of(bomb.getBytes(UTF_8), "bomb.xml").reading;
        assertThat(reading.outcome()).isEqualTo(Outcome.UNREADABLE);
        assertThat(reading.reason()).contains("entities");
    }

    @Test
    void aVeryLongValueIsAValue() {
        var sample = Sample.of("a;b\n" + "x".repeat(3_000_000) + ";1\n\"" + "y\n".repeat(400) + "\";2\n");
        assertThat(sample.query("SELECT length(a) FROM t")).containsExactly("3000000", "799");
    }
}
