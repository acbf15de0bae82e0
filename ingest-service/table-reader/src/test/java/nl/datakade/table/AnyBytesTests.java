package nl.datakade.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import nl.datakade.table.Reading.Outcome;
import org.h2gis.functions.io.dbf.internal.DbaseFileException;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes, there is an outcome, and rows in are rows out and rejects. As a test this reads the seeds below;
 * with {@code JAZZER_FUZZ=1} in the environment and {@code -Djazzer.hooks=true} Jazzer makes more of them, led by the code they reach, and keeps as a
 * file what fails.
 */
class AnyBytesTests {

    @FuzzTest(maxDuration = "10m")
    @MethodSource("seeds")
    void anyBytesHaveAnOutcome(byte[] bytes) throws IOException {
        var folder = Files.createTempDirectory("any");
        try {
            var file = Files.write(folder.resolve("content"), bytes);
            var reading = TableReader.read(file, null, null, folder, ReadOptions.none());
            assertThat(reading.rowsIn()).isEqualTo(reading.rows() + reading.rejectedRows());
            assertThat(reading.outcome() == Outcome.READ).isEqualTo(reading.reason() == null);
        } finally {
            Folders.delete(folder);
        }
    }

    static Stream<Arguments> seeds() throws IOException, DbaseFileException {
        var shapes = Files.createTempDirectory("shapes");
        try {
            return Stream.of(
                            FormatSamples.avro(),
                            FormatSamples.workbook(),
                            FormatSamples.shapefile(shapes, List.of("shp", "shx", "dbf")),
                            bytes("naam;bedrag;datum\n\"a;b\";1.204,50;31-12-2026\nb;-;1-2-26\n"),
                            bytes("Titel\n\na,b\n1,2\n\n3;4\nBron: x\n"),
                            "caf\u00e9;1\ncaf\u00c3\u00a9;2\n".getBytes(ISO_8859_1),
                            bytes("[{\"a\": 1, \"b\": {\"c\": [1, null]}}, {\"a\": \"x\"}]"),
                            bytes("{\"a\": 1}\nniet\n{\"a\": 2}\n"),
                            bytes("<r><a b='1'><c>x</c></a><a b='2'/></r>"),
                            bytes(
                                    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},"
                                            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[121000,487000]}}]}"))
                    .map(Arguments::of);
        } finally {
            Folders.delete(shapes);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
