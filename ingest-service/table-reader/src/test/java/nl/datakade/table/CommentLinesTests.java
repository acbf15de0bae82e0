package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments above and between rows, and headings that stand in one. */
class CommentLinesTests {

    @Test
    void theHeadingIsTakenFromTheComment() throws IOException {
        var sample = Faults.read("48-header-in-comment.csv");

        assertThat(Faults.table(sample)).isEqualTo(Faults.truth("48-header-in-comment.csv"));
        assertThat(sample.codes()).contains("HEADING_IN_COMMENT", "COMMENT");
        assertThat(sample.reading.dialect()).hasFieldOrPropertyWithValue("headerLine", 4L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "# ", "//", "// ", "-- "})
    void commentsMayBeMoreThanRowsAndHaveDelimiters(String sign) {
        var sample = Sample.of("""
                %1$suitvoer van de bomen; zie de toelichting
                %1$ssoort;straat;hoogte
                %1$s
                Eik;Kade;12
                %1$sna de storm
                Beuk;Plein;9
                %1$sLinde;Laan;8
                %1$seinde
                """.formatted(sign));

        assertThat(sample.values("soort")).containsExactly("Eik", "Beuk");
        assertThat(sample.values("hoogte")).containsExactly("12", "9");
        assertThat(sample.table().lines()).hasFieldOrPropertyWithValue("comments", 5L);
    }

    @Test
    void theOnlyCommentIsTheHeading() {
        assertThat(Sample.of("#soort;hoogte\n\nEik;12\nBeuk;9\n").table().columns())
                .extracting(Reading.Column::label)
                .containsExactly("soort", "hoogte");
        var sample = Sample.of("# soort;straat;hoogte\nEik;Kade;12\nBeuk;Plein;9\nLinde;Laan;8\n");

        assertThat(sample.table().columns())
                .extracting(Reading.Column::name)
                .containsExactly("soort", "straat", "hoogte");
        assertThat(sample.values("hoogte")).containsExactly("12", "9", "8");
    }

    @Test
    void aHeadingOfItsOwnGoesBeforeOneInAComment() {
        var sample =
                Sample.of("# bron;bestand;jaar\n# x\nsoort;straat;hoogte\nEik;Kade;12\nBeuk;Plein;9\nLinde;Laan;8\n");

        assertThat(sample.table().columns())
                .extracting(Reading.Column::name)
                .containsExactly("soort", "straat", "hoogte");
        assertThat(sample.codes()).doesNotContain("HEADING_IN_COMMENT");
    }

    @Test
    void valuesThatBeginWithTheSignAreRows() {
        var sample = Sample.of("""
                # kleuren van de lijnen
                kleur;lijn;n
                #FF0000;rood;1
                #00FF00;groen;2
                #0000FF;blauw;3
                geen;geen;4
                """);

        assertThat(sample.values("kleur")).containsExactly("#FF0000", "#00FF00", "#0000FF", "geen");
        assertThat(sample.reading.rowsIn()).isEqualTo(4);
    }

    @Test
    void aColumnOfNumberSignsIsNoComment() {
        var sample = Sample.of("#;naam;n\n1;Eik;3\n2;Beuk;4\n");

        assertThat(sample.values("naam")).containsExactly("Eik", "Beuk");
        assertThat(sample.reading.rowsIn()).isEqualTo(2);
    }
}
