package nl.datakade.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that look like something else than they are: read right, or kept as text with a finding that says so. */
class SilentMisreadTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    52.373 | 4.892
                    52,373 | 4,892
                    """)
    void degreesOfThreeDecimalsAreNoThousands(String latitude, String longitude) {
        var sample = Sample.of("lat;lon;bedrag\n" + (latitude + ";" + longitude + ";12,5\n").repeat(3));
        assertThat(sample.values("lat")).containsOnly("52.373");
        assertThat(sample.values("lon")).containsOnly("4.892");
        assertThat(sample.values("bedrag")).containsOnly("12.5");
        assertThat(sample.codes()).contains("FRACTIONS_OF_DEGREES");
    }

    @Test
    void coordinatesThatASpreadsheetGroupedStayText() {
        var sample = Sample.of("id;lat;lon;x_coord\n1;52.373.123;489.123;121.000.123\n");
        assertThat(sample.type("lat")).isEqualTo("VARCHAR");
        assertThat(sample.type("lon")).isEqualTo("VARCHAR");
        assertThat(sample.type("x_coord")).isEqualTo("VARCHAR");
        assertThat(sample.codes()).contains("GROUPED_COORDINATES");
    }

    @Test
    void coordinatesInRdWithThousandsAreNumbersWhereTheFileSaysSo() {
        var sample = Sample.of("x;y\n121.000,5;487.000,25\n122.500,5;488.250,75\n");
        assertThat(sample.values("x")).containsExactly("121000.5", "122500.5");
        assertThat(sample.values("longitude")).doesNotContainNull();
    }

    @Test
    void timesWithAPointStayText() {
        var sample = Sample.of("begintijd;reistijd\n12.30;12.35\n10.15;1.20\n");
        assertThat(sample.type("begintijd")).isEqualTo("VARCHAR");
        assertThat(sample.codes()).contains("AMBIGUOUS_TIME");
        assertThat(sample.type("reistijd")).startsWith("DECIMAL");
    }

    @Test
    void numbersOfVersionsStayText() {
        var sample = Sample.of("versie;n\n1.1;1\n1.10;2\n");
        assertThat(sample.values("versie")).containsExactly("1.1", "1.10");
    }

    @Test
    void theCenturyOfABirthIsNotGuessed() {
        var sample = Sample.of("geboortedatum;datum\n01-02-48;01-02-48\n03-04-51;03-04-21\n");
        assertThat(sample.type("geboortedatum")).isEqualTo("VARCHAR");
        assertThat(sample.codes()).contains("AMBIGUOUS_CENTURY", "TWO_DIGIT_YEARS");
        assertThat(sample.type("datum")).isEqualTo("DATE");
    }

    @Test
    void longNumbersThatASpreadsheetRoundedStayText() {
        var sample = Sample.of("bagnummer;hoogte\n3,331E+14;1,5E+03\n3,332E+14;2,5E+03\n");
        assertThat(sample.values("bagnummer")).containsExactly("3,331E+14", "3,332E+14");
        assertThat(sample.codes()).contains("ROUNDED_IDENTIFIERS");
        assertThat(sample.values("hoogte")).containsExactly("1500.0", "2500.0");
        assertThat(Sample.of("m;n\n20210423124744.671000;1\n").values("m")).containsExactly("20210423124744.671000");
    }

    @Test
    void hoursBeforeAndAfterNoonAreToldApart() {
        var sample = Sample.of("m;t\n04/23/2021 12:05:00 AM;2:30 PM\n04/24/2021 12:05:00 PM;11:15 am\n");
        assertThat(sample.values("m")).containsExactly("2021-04-23 00:05:00", "2021-04-24 12:05:00");
        assertThat(sample.values("t")).containsExactly("14:30:00", "11:15:00");
    }

    @Test
    void aTelephoneNumberAbroadIsNoQuantity() {
        assertThat(Sample.of("nummer;n\n+31612345678;1\n31687654321;2\n").values("nummer"))
                .containsExactly("+31612345678", "31687654321");
        assertThat(Sample.of("verschil;n\n+5;1\n-3;2\n").values("verschil")).containsExactly("5", "-3");
    }

    @Test
    void whatASpreadsheetShowsForAFailedFormulaIsMissing() {
        var sample = Sample.of("a;b\n#DEEL/0!;0000-00-00\n3;2020-01-01\n4;2020-01-02\n");
        assertThat(sample.values("a")).containsExactly(null, "3", "4");
        assertThat(sample.values("b")).containsExactly(null, "2020-01-01", "2020-01-02");
        assertThat(sample.codes()).contains("MISSING_VALUE_MARKS");
    }

    @Test
    void roundAmountsOfMoneyEndInADash() {
        var sample = Sample.of("a;b\n€ 1.234,-;€ 5,--\n€ 12,-;€ 7,50\n");
        assertThat(sample.values("a")).containsExactly("1234", "12");
        assertThat(sample.values("b")).containsExactly("5.00", "7.50");
    }

    @Test
    void aColumnOfDecimalCommasIsOneColumn() {
        var sample = Sample.of("bedrag\n1,5\n-0,25\n,75\n3\n");
        assertThat(sample.values("bedrag")).containsExactly("1.50", "-0.25", "0.75", "3.00");
        assertThat(sample.table().columns()).hasSize(1);
    }

    @Test
    void theLineThatTellsSpreadsheetsTheDelimiterIsNoRow() {
        var sample = Sample.of("sep=;\na;b\n1,5;2\n2,5;3\n");
        assertThat(sample.values("a")).containsExactly("1.5", "2.5");
        assertThat(Sample.of("\"sep=|\"\r\na|b\r\n1,5|2\r\n").values("b")).containsExactly("2");
    }

    @Test
    void titlesAboveTwoColumnsAreNoHeader() {
        var sample = Sample.of("Telling Utrecht\n\nDatum: 1-1-2020\n\nid;n\n1;2\n3;4\n");
        assertThat(sample.values("id")).containsExactly("1", "3");
        assertThat(sample.type("n")).isEqualTo("BIGINT");
    }

    @Test
    void aFirstRowOfAmountsIsLookedAt() {
        var sample = Sample.of("soort;€ 12;€ 13\na;1;2\nb;3;4\n");
        assertThat(sample.table().rowsIn()).isEqualTo(3);
        assertThat(sample.codes()).contains("NO_HEADER");
    }

    @Test
    void twoNumbersThatFollowEachOtherAreNoHeader() {
        assertThat(Sample.of("x;5;6\ny;7;9\nz;1;3\n").table().rowsIn()).isEqualTo(3);
        assertThat(Sample.of("wijk;1;2;3;4\na;7;9;1;2\nb;1;3;4;5\n").table().rowsIn())
                .isEqualTo(2);
    }

    @Test
    void geoJsonInRdIsToldAsSuch() {
        var sample = geoJson("[121000,487000]", "[155000,463000]");
        assertThat(sample.type("geometry")).isEqualTo("GEOMETRY('EPSG:28992')");
        assertThat(sample.column("geometry").geometry()).hasFieldOrPropertyWithValue("crs", "EPSG:28992");
        assertThat(sample.values("longitude")).containsExactly("4.887970055", "5.387203657");
        assertThat(sample.codes()).contains("GEOJSON_IN_RD");
        var metadata = sample.query(
                "SELECT decode(value) FROM parquet_kv_metadata('" + sample.file() + "') WHERE key = 'geo'");
        assertThat(metadata).singleElement().asString().contains("\"code\":28992");
    }

    @Test
    void geoJsonWithItsAxesTurnedOrOutsideTheNetherlandsIsTold() {
        assertThat(geoJson("[52.3,4.9]", "[52.1,5.1]").codes()).contains("GEOJSON_TURNED");
        assertThat(geoJson("[4.9,52.3]", "[0,0]").codes()).contains("OUTSIDE_NETHERLANDS");
        assertThat(geoJson("[4.9,52.3]", "[5.1,52.1]").codes()).isEmpty();
    }

    private static Sample geoJson(String... positions) {
        var features = new StringBuilder();
        for (var position : positions) {
            features.append(features.isEmpty() ? "" : ",")
                    .append("{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":")
                    .append(position)
                    .append("}}");
        }
        var text = "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
        return Sample.of(text.getBytes(UTF_8), "a.geojson");
    }
}
