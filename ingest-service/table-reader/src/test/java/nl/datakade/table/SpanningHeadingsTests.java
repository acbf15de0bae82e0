package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Headings over two lines, and headings that come back inside the table. */
class SpanningHeadingsTests {

    @Test
    void twoLinesMakeOneName() throws IOException {
        var sample = Faults.read("71-spanning-headings.csv");

        assertThat(Faults.table(sample)).isEqualTo(Faults.truth("71-spanning-headings.csv"));
        assertThat(sample.codes()).contains("HEADING_LINES");
    }

    @Test
    void aboveWordsToo() {
        assertThat(labels("""
                Contactpersoon;;Adres;
                naam;functie;straat;plaats
                De Vries;hoofd;Kade 1;Delft
                Jansen;adviseur;Plein 2;Gouda
                Bakker;adviseur;Laan 3;Leiden
                """))
                .containsExactly("Contactpersoon naam", "Contactpersoon functie", "Adres straat", "Adres plaats");
    }

    @Test
    void yearsAboveWordsWithTheFirstColumnNamedBelow() {
        assertThat(labels("""
                ;2023;;2024;
                wijk;man;vrouw;man;vrouw
                Noord;12;13;14;15
                Zuid;22;23;24;25
                """)).containsExactly("wijk", "2023 man", "2023 vrouw", "2024 man", "2024 vrouw");
    }

    @Test
    void theSameWordsUnderTwoHeadingsAreNoValues() {
        assertThat(labels("""
                Situatie;;Advies;
                goed;slecht;goed;slecht
                Kade;Plein;Laan;Steeg
                Dijk;Hof;Wal;Gracht
                """)).containsExactly("Situatie goed", "Situatie slecht", "Advies goed", "Advies slecht");
    }

    @Test
    void belowATitle() {
        assertThat(labels("""
                Kosten van reizen;;;;

                Reiskosten;;;Verblijf;
                vliegtuig;trein;totaal;hotel;totaal
                120,00;35,50;155,50;240,00;240,00
                0,00;12,75;12,75;0,00;0,00
                10,00;12,75;22,75;0,00;0,00
                """)).startsWith("Reiskosten vliegtuig").endsWith("Verblijf totaal");
    }

    @Test
    void threeLinesToo() {
        assertThat(labels("""
                ;2023;;;;2024;;;
                ;Man;;Vrouw;;Man;;Vrouw;
                Wijk;jong;oud;jong;oud;jong;oud;jong;oud
                Noord;1;2;3;4;5;6;7;8
                Zuid;1;2;3;4;5;6;7;8
                West;1;2;3;4;5;6;7;8
                """))
                .startsWith("Wijk", "2023 Man jong", "2023 Man oud", "2023 Vrouw jong")
                .endsWith("2024 Vrouw oud");
    }

    @Test
    void aHeadingThatComesBackInQuotesIsLeftOut() {
        var sample = Sample.of(
                "wijk;straat;n\nNoord;Kade;1\n\"wijk\";\"straat\";\"n\"\nZuid;Hof;4\n wijk;straat ; n\nZuid;Wal;5\n");

        assertThat(sample.values("n")).containsExactly("1", "4", "5");
        assertThat(sample.type("n")).isEqualTo("BIGINT");
    }

    @Test
    void columnsWithoutANameKeepTheirFirstRow() {
        var sample = Sample.of("naam;adres;;\nJan;Kade 1;Delft;NL\nPiet;Plein 2;Gouda;BE\nKlaas;Laan 3;Leiden;NL\n");

        assertThat(sample.values("naam")).containsExactly("Jan", "Piet", "Klaas");
        assertThat(sample.codes()).contains("COLUMN_WITHOUT_NAME");
    }

    @Test
    void bothLinesOfAHeadingThatComesBackAreLeftOut() {
        var heading = "Reiskosten;;;Verblijf;\nvliegtuig;trein;totaal;hotel;totaal\n";
        var rows = "120,00;35,50;155,50;240,00;240,00\n0,00;12,75;12,75;0,00;0,00\n";
        var sample = Sample.of(heading + rows + heading + rows);

        assertThat(sample.reading.rows()).isEqualTo(4);
        assertThat(sample.type("verblijf_totaal")).isEqualTo("DECIMAL(18,2)");
        assertThat(sample.table().lines()).hasFieldOrPropertyWithValue("repeatedHeadings", 2L);
        assertThat(sample.codes()).contains("REPEATED_HEADER");
    }

    @Test
    void aFirstRowOfRemarksIsARow() {
        var sample = Sample.of("""
                paal;hoogte;gewicht
                a;niet gemeten;niet gewogen
                b;2,5;30
                c;3,5;40
                d;1,0;20
                e;1,5;20
                """);

        assertThat(sample.reading.rowsIn()).isEqualTo(5);
        assertThat(sample.values("paal")).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void aFirstRowWithOneCellFilledIsARow() throws IOException {
        var sample = Faults.read("69-first-row-is-data.csv");

        assertThat(Faults.table(sample)).isEqualTo(Faults.truth("69-first-row-is-data.csv"));
        assertThat(sample.codes()).doesNotContain("UNITS_LINE");
    }

    @Test
    void aFirstRowWithATotalIsARow() {
        var sample = Sample.of("jaar;n\nTotaal;\n2020;3\n2021;4\n2022;5\n2023;6\n");

        assertThat(sample.reading.rowsIn()).isEqualTo(5);
    }

    @Test
    void unitsAreStillUnits() {
        for (var units : List.of(";m;kg", ";[m];[kg]", ";x 1000;mln euro", ";\u00b5g/m3;mg/l", "-;cm;%")) {
            var sample = Sample.of("naam;een;twee\n" + units + "\na;1,5;20\nb;2,5;30\nc;3,5;40\nd;1,0;2\n");

            assertThat(sample.column("een").unit()).as(units).isEqualTo(units.split(";", -1)[1]);
            assertThat(sample.reading.rowsIn()).isEqualTo(4);
        }
    }

    private static List<String> labels(String text) {
        return Sample.of(text).table().columns().stream()
                .map(Reading.Column::label)
                .toList();
    }
}
