package nl.datakade.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CitizenServiceNumbersTests {
    @Test
    void theElevenTestKnowsGoodFromBad() {
        assertThat(CitizenServiceNumbers.passes(111_222_333)).isTrue();
        assertThat(CitizenServiceNumbers.passes(111_252_333)).isFalse();
    }

    @Test
    void everyNumberInTheRegisterPassesAndIsVisiblyForTests() throws IOException {
        List<List<String>> records = Reread.delimited(WrittenCity.once().path("proefregister-inwoners", 1), UTF_8, ';');

        assertThat(records.stream().skip(1)).allSatisfy(cells -> {
            assertThat(cells.getFirst()).hasSize(9).startsWith("999");
            assertThat(elevenTest(cells.getFirst())).isZero();
            assertThat(cells.get(2)).startsWith("Proefpersoon-");
            assertThat(cells.get(13)).endsWith(".example");
        });
    }

    private static int elevenTest(String number) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (number.charAt(i) - '0');
        }
        return (sum - (number.charAt(8) - '0')) % 11;
    }
}
