package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files made to cost the square of their size are read within the time that any file of that size gets. */
class GrowingFileTests {

    @Test
    void aDocumentOfManyLists() throws Exception {
        var text = IntStream.range(0, 150_000)
                .mapToObj(i -> "\"lijst" + i + "\":[{\"a\":" + i + "}]")
                .collect(Collectors.joining(",", "{", "}"));

        assertThat(readInTime(text, "lijsten.json").reading.rows()).isEqualTo(1);
    }

    @Test
    void linesOfManyMembersThatDiffer() throws Exception {
        var text = IntStream.range(0, 1_000)
                .mapToObj(i -> "{\"veld" + i + "\":" + i + "}\n")
                .collect(Collectors.joining());

        assertThat(readInTime(text, "regels.jsonl").reading.rows()).isEqualTo(1_000);
    }

    @Test
    void oneLineOfJsonAsLongAsTheFile() throws Exception {
        var text = "{\"tekst\":\"" + "lang ".repeat(400_000) + "\"}\n{\"tekst\":\"kort\"}\n";

        assertThat(readInTime(text, "lang.jsonl").reading.rows()).isEqualTo(2);
    }

    @Test
    void manyFeatures() throws Exception {
        var text = IntStream.range(0, 20_000)
                .mapToObj(i -> "{\"type\":\"Feature\",\"properties\":{\"n\":" + i
                        + "},\"geometry\":{\"type\":\"Point\",\"coordinates\":[4.9,52.3]}}")
                .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));

        assertThat(readInTime(text, "punten.geojson").reading.rows()).isEqualTo(20_000);
    }

    @Test
    void anElementThatComesBackInOneRow() throws Exception {
        var text = "<lijst><rij><a>een</a>" + "<b>lange waarde</b>".repeat(400_000)
                + "</rij><rij><a>twee</a></rij></lijst>";

        assertThat(readInTime(text, "lijst.xml").reading.rows()).isEqualTo(2);
    }

    @Test
    void aKindOfFeatureForEveryFeature() throws Exception {
        var text = IntStream.range(0, 20_000)
                .mapToObj(i -> "<featureMember><soort" + i + "><a>1</a><b>2</b></soort" + i + "></featureMember>")
                .collect(Collectors.joining("", "<FeatureCollection>", "</FeatureCollection>"));

        assertThat(readInTime(text, "soorten.gml").reading.reason()).contains("20000 kinds of features");
    }

    @Test
    void aHeaderOfEqualNames() throws Exception {
        var text = "naam;".repeat(4_000) + "naam\n" + "1;".repeat(4_000) + "1\n";

        assertThat(readInTime(text, "breed.csv").table().columns())
                .extracting(Reading.Column::name)
                .startsWith("naam", "naam_2")
                .endsWith("naam_4001");
    }

    @Test
    void rowsThatAreAllBroken() throws Exception {
        var text = "soort;straat;hoogte\n" + "Eik;Kade;1\n".repeat(300) + "'Eik;\"Kade\n'los\nBron: x\n".repeat(20_000)
                + "Eik;Kade;2\n";

        var reading = readInTime(text, "kapot.csv").reading;

        assertThat(reading.rowsIn())
                .isEqualTo(reading.rows() + reading.rejectedRows())
                .isGreaterThan(20_000);
    }

    @Test
    void everyColumnRenamed() throws Exception {
        var before = new ArrayList<Known.Column>();
        var now = new ArrayList<Renames.Present>();
        for (int i = 0; i < 1_500; i++) {
            before.add(new Known.Column(i + 1, "waarde_van_voor_" + i, "BIGINT", null, 10, null));
            now.add(new Renames.Present("waarde_van_nu_" + i, "BIGINT", 10, null));
        }

        var renames = ReadingTime.within(ReadingTime.atMost(0), () -> Renames.between(before, now));

        assertThat(renames).isPresent();
    }

    private static Sample readInTime(String text, String name) throws Exception {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return ReadingTime.within(ReadingTime.atMost(bytes.length), () -> Sample.of(bytes, name))
                .orElseThrow();
    }
}
