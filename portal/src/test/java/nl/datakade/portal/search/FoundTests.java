package nl.datakade.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import nl.datakade.portal.search.Found.Piece;
import org.junit.jupiter.api.Test;

class FoundTests {

    private final Found found = new Found();

    @Test
    void marksBecomePiecesAndEntitiesText() {
        assertThat(found.title("Meldingen &amp; <mark>overlast</mark> &lt;buurt&gt;"))
                .containsExactly(
                        new Piece("Meldingen & ", false), new Piece("overlast", true), new Piece(" <buurt>", false));
    }

    @Test
    void anythingElseThatLooksLikeHtmlStaysText() {
        assertThat(found.title("<script>x</script>").stream().map(Piece::text).reduce("", String::concat))
                .isEqualTo("<script>x</script>");
    }

    @Test
    void nothingIsNothing() {
        assertThat(found.title(null)).isEmpty();
    }

    @Test
    void aPartThatBreaksOffSaysSo() {
        assertThat(found.part("Meldingen van"))
                .containsExactly(new Piece("Meldingen van", false), new Piece("…", false));
        assertThat(found.part("Alles.")).containsExactly(new Piece("Alles.", false));
    }
}
