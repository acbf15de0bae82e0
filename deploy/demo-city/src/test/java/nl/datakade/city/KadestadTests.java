package nl.datakade.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KadestadTests {
    private final Kadestad city = new Kadestad();

    @Test
    void namesAndCodesAreUnique() {
        assertThat(city.neighbourhoods())
                .hasSize(42)
                .extracting(Neighbourhood::code)
                .doesNotHaveDuplicates();
        assertThat(city.neighbourhoods()).extracting(Neighbourhood::name).doesNotHaveDuplicates();
        assertThat(city.streets()).hasSize(336).extracting(Street::name).doesNotHaveDuplicates();
        assertThat(city.streets()).extracting(Street::postcode).doesNotHaveDuplicates();
    }

    @Test
    void codesHaveTheFormOfCbs() {
        assertThat(city.neighbourhoods()).allSatisfy(neighbourhood -> {
            assertThat(neighbourhood.code()).matches("BU9999\\d{4}");
            assertThat(neighbourhood.district().code())
                    .isEqualTo("WK" + neighbourhood.code().substring(2, 8));
        });
    }

    @Test
    void everyTreeStandsInTheCity() throws IOException {
        List<List<String>> trees =
                Reread.delimited(WrittenCity.once().path("bomen", 1), Charset.forName("windows-1252"), ';');

        assertThat(trees.stream().skip(1)).allSatisfy(tree -> {
            assertThat(metres(tree.get(12)) - Kadestad.CENTRE.x()).isBetween(-Kadestad.EXTENT, Kadestad.EXTENT);
            assertThat(metres(tree.get(13)) - Kadestad.CENTRE.y()).isBetween(-Kadestad.EXTENT, Kadestad.EXTENT);
        });
    }

    /** The never drained polder lies between these degrees. */
    @Test
    void everyAccidentHappenedInTheCity() throws IOException {
        for (JsonNode accident :
                Reread.json(WrittenCity.once().path("verkeersongevallen", 1)).path("features")) {
            JsonNode degrees = accident.path("geometry").path("coordinates");
            assertThat(degrees.path(0).asDouble()).isBetween(5.17, 5.31);
            assertThat(degrees.path(1).asDouble()).isBetween(52.50, 52.59);
        }
    }

    private static double metres(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }
}
