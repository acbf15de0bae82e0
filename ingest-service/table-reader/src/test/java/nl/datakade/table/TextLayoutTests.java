package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.datakade.table.Reading.Outcome;
import org.junit.jupiter.api.Test;

class TextLayoutTests {

    @Test
    void readsWindows1252() {
        var sample = Sample.of("naam;prijs\nCafé ’t Hoekje;€ 3,50\n", Charset.forName("windows-1252"));
        assertThat(String.valueOf(sample.reading.encoding())).contains("windows-1252");
        assertThat(sample.values("naam")).containsExactly("Café ’t Hoekje");
    }

    @Test
    void readsTwoEncodingsInOneFile() {
        var utf8 = "naam;n\nReünie;1\nCoëfficiënt;2\n".getBytes(StandardCharsets.UTF_8);
        var latin = "Privé;3\n".getBytes(StandardCharsets.ISO_8859_1);
        var both = java.util.Arrays.copyOf(utf8, utf8.length + latin.length);
        System.arraycopy(latin, 0, both, utf8.length, latin.length);
        var sample = Sample.of(both, "sample.csv");
        assertThat(sample.values("naam")).containsExactly("Reünie", "Coëfficiënt", "Privé");
    }

    @Test
    void readsUtf16AndIbm850() {
        assertThat(Sample.of("\uFEFFnaam;n\nReünie;1\n", StandardCharsets.UTF_16LE)
                        .values("naam"))
                .containsExactly("Reünie");
        assertThat(Sample.of("naam;n\nCoëfficiënt;1\nCafé;2\n", Charset.forName("IBM850"))
                        .values("naam"))
                .containsExactly("Coëfficiënt", "Café");
    }

    @Test
    void leavesTitlesAndNotesOut() {
        var sample = Sample.of(
                "Aantallen per wijk\n\nWijk;Aantal;Jaar\nCentrum;12;2020\nNoord;13;2020\nZuid;4;2021\n\nBron: gemeente\n");
        assertThat(sample.values("wijk")).containsExactly("Centrum", "Noord", "Zuid");
        assertThat(sample.reading.dialect()).hasFieldOrPropertyWithValue("headerLine", 3L);
        assertThat(sample.codes()).contains("PREAMBLE", "FOOTER");
    }

    @Test
    void keepsTheUnitsLineWithTheColumns() {
        var sample = Sample.of("naam;hoogte;gewicht\n;m;kg\na;1,5;20\nb;2,5;30\nc;3,5;40\nd;1,0;2\n");
        assertThat(sample.column("hoogte").unit()).isEqualTo("m");
        assertThat(sample.values("gewicht")).containsExactly("20", "30", "40", "2");
    }

    @Test
    void leavesRepeatedHeadersOut() {
        var sample = Sample.of("a;b\n1;2\na;b\n3;4\n");
        assertThat(sample.values("a")).containsExactly("1", "3");
    }

    @Test
    void rowsInAreRowsOutAndRejects() {
        var sample = Sample.of("a;b;c\n1;2;3\n4;5;6;7\n8;9;10\n11;12\n");
        assertThat(sample.table().rowsIn()).isEqualTo(4);
        assertThat(sample.table().rejectedRows()).isEqualTo(1);
        assertThat(sample.values("a")).containsExactly("1", "8", "11");
        assertThat(sample.values("c")).containsExactly("3", "10", null);
        assertThat(sample.rejects())
                .contains(
                        "\"sample\",3,,\"4 cells where the header has 3\",\"4 cellen waar de kop er 3 heeft\",\"4;5;6;7\"");
    }

    @Test
    void joinsARowBrokenByALineEndNobodyQuoted() {
        var sample = Sample.of(
                "id;tekst;datum\n1;een;2020-01-01\n2;twee\nvervolg;2020-01-02\n3;drie;2020-01-03\n4;x;2020-01-03\n");
        assertThat(sample.values("tekst")).containsExactly("een", "twee\nvervolg", "drie", "x");
        assertThat(sample.codes()).contains("JOINED");
    }

    @Test
    void aQuoteThatNeverClosesCostsNoMoreThanItsRow() {
        var sample =
                Sample.of("id;tekst;n\n1;\"open;2\n2;dicht;3\n3;een \"mooi\" huis;4\n4;\"zo \"\"hoort\"\" het\";5\n");
        assertThat(sample.values("tekst")).containsExactly("\"open", "dicht", "een \"mooi\" huis", "zo \"hoort\" het");
    }

    @Test
    void yearsInTheHeaderAreNames() {
        var sample = Sample.of("weg;2010;2011;2012\na;1;2;3\nb;4;5;6\n");
        assertThat(sample.values("_2011")).containsExactly("2", "5");
    }

    @Test
    void dataWithoutHeaderIsAllData() {
        var sample = Sample.of("1;2020-01-01;3,5\n2;2020-01-02;4,5\n");
        assertThat(sample.codes()).contains("NO_HEADER");
        assertThat(sample.values("column_1")).containsExactly("1", "2");
    }

    @Test
    void namesAreUniqueAndFitForSql() {
        var sample = Sample.of("Naam (vol);naam vol;Straat/huisnummer;;2010\na;b;c;d;e\n");
        assertThat(sample.table().columns().stream().map(Reading.Column::name))
                .containsExactly("naam_vol", "naam_vol_2", "straat_huisnummer", "column_4", "_2010");
    }

    @Test
    void columnIdsSurviveByName() {
        var ids = Map.of("sample", Known.ids(Map.of("b", 7, "weg", 9)));
        var sample = Sample.of(
                "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8),
                "sample.csv",
                ReadOptions.none().withKnown(ids));
        assertThat(sample.fieldIds()).containsEntry("b", 7).containsEntry("a", 10);
    }

    @Test
    void saysWhatClaimsToBeCsvAndIsNot() {
        var html = Sample.of("<!DOCTYPE html><html><title>Inloggen</title></html>").reading;
        assertThat(html.outcome()).isEqualTo(Outcome.UNREADABLE);
        assertThat(html.reason()).isEqualTo("claims to be CSV but is an HTML page titled “Inloggen”");
        assertThat(Sample.of("").reading.reason()).isEqualTo("the file is empty");
        assertThat(Sample.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, "kaart.csv")
                        .reading
                        .reason())
                .isEqualTo("claims to be CSV but is an image");
        assertThat(Sample.of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "nota.pdf")
                        .reading
                        .outcome())
                .isEqualTo(Outcome.NOT_TABULAR);
    }

    @Test
    void aTableWithoutRowsIsATable() {
        var sample = Sample.of("a;b\n");
        assertThat(sample.table().rows()).isZero();
        assertThat(sample.values("a")).isEmpty();
        assertThat(sample.codes()).contains("NO_ROWS");
    }

    @Test
    void aColumnOfAddressesOnTheInternetIsOneColumn() {
        var sample = Sample.of("bestand\n" + "https://data.example/a\nhttps://data.example/b\n".repeat(5));
        assertThat(sample.table().columns()).extracting(Reading.Column::label).containsExactly("bestand");
        assertThat(sample.table().rows()).isEqualTo(10);
    }
}
