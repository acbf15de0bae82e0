package nl.datakade.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarksTests {

    @Test
    void onlyTheMarksBecomeHtml() {
        assertThat(Marks.html("\uE000Bomen\uE001 & <script>")).isEqualTo("<mark>Bomen</mark> &amp; &lt;script&gt;");
    }

    @Test
    void wordsAreLettersAndDigits() {
        assertThat(SearchWords.of("  Café's & (bomen) 2026 bomen ").words())
                .containsExactly("café", "s", "bomen", "2026");
    }
}
