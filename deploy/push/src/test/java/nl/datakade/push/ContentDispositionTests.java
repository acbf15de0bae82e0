package nl.datakade.push;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentDispositionTests {
    @Test
    void aPlainNameStaysPlain() {
        assertThat(ContentDisposition.of("fietstellingen 2026.csv"))
                .isEqualTo("attachment; filename=\"fietstellingen 2026.csv\"");
    }

    @Test
    void aNameWithDiacriticsIsGivenTwice() {
        assertThat(ContentDisposition.of("Poëzie & café €.csv"))
                .isEqualTo("attachment; filename=\"Po_zie & caf_ _.csv\";"
                        + " filename*=UTF-8''Po%C3%ABzie%20&%20caf%C3%A9%20%E2%82%AC.csv");
    }

    @Test
    void quotesAndPercentSignsCannotBreakOut() {
        assertThat(ContentDisposition.of("a\"b%41.csv"))
                .isEqualTo("attachment; filename=\"a_b_41.csv\"; filename*=UTF-8''a%22b%2541.csv");
    }
}
