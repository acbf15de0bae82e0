package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, and what only looks like them, as accounts, spreadsheets and registers write them. */
class WrittenNumbersTests {

    @Test
    void amountsAsAccountsWriteThem() throws IOException {
        var sample = fault("14-accounting-numbers.csv");

        assertThat(sample.values("bedrag")).containsExactly("1234.56", "-987.65", "-12.00");
        assertThat(sample.values("saldo")).containsExactly("1234.56", "-987.65", "-12.00");
        assertThat(sample.values("sap")).containsExactly("1234.56", "-987.65", "-12.00");
        assertThat(sample.values("marge")).containsExactly("12.50", "-3.25", "0.00");
    }

    @Test
    void wordsInBracketsAndDashesBehindCodesStayText() {
        var sample = Sample.of("a;b\n(12);12-\n(noord);13-\n");

        assertThat(sample.values("a")).containsExactly("(12)", "(noord)");
        assertThat(sample.values("b")).containsExactly("12-", "13-");
    }

    @Test
    void thousandsSetApartByBlanksThatDoNotBreak() {
        var sample = Sample.of(
                "a;b;c\n1\u00A0204,50;12\u202F345\u202F678;06\u00A012345678\n\u20AC 2\u00A0305,25;7;06\u00A087654321\n");

        assertThat(sample.values("a")).containsExactly("1204.50", "2305.25");
        assertThat(sample.values("b")).containsExactly("12345678", "7");
        assertThat(sample.type("c")).isEqualTo("VARCHAR");
    }

    @Test
    void formulasThatKeepTextAreItsText() throws IOException {
        var sample = fault("35-excel-formula-text.csv");

        assertThat(sample.values("bagid")).containsExactly("0363010000758545", "0363010000758546");
        assertThat(sample.values("bedrag")).containsExactly("1.204", "987");
    }

    @Test
    void numbersKeepAllTheirDigits() throws IOException {
        var sample = fault("46-long-decimals.csv");

        assertThat(sample.values("waarde")).containsExactly("1234567890123.123456", "0.000001", "99999999999.999999");
        assertThat(sample.codes()).contains("DIGITS_KEPT");
        assertThat(Sample.of("id;n\n1;123456789012345678901234567890,1234567890123\n2;1,5\n")
                        .values("n"))
                .containsExactly("123456789012345678901234567890,1234567890123", "1,5");
        assertThat(Sample.of("lat;n\n52.09012345678912;1\n52.37000000000001;2\n")
                        .type("lat"))
                .isEqualTo("DOUBLE");
    }

    @Test
    void threeDigitsBehindEveryCommaAreAFraction() throws IOException {
        var sample = fault("61-three-decimals.csv");

        assertThat(sample.type("nap_hoogte")).isEqualTo("DECIMAL(18,3)");
        assertThat(sample.values("nap_hoogte")).startsWith("11.986", "12.977", "11.562");
        assertThat(sample.codes()).contains("FRACTION_OF_THREE");
    }

    @Test
    void aColumnReadsAsItsSisterWithThePoint() throws IOException {
        var sample = fault("62-sister-columns.csv");

        assertThat(sample.values("km_tekst")).isEqualTo(sample.values("km"));
    }

    @Test
    void thousandsStayThousandsWhereOthersHaveNoMark() {
        var sample = Sample.of("wijk,inw,opp\na,\"1,204\",1.5\nb,987,2.25\nc,\"12,300\",0.75\n");

        assertThat(sample.values("inw")).containsExactly("1204", "987", "12300");
    }

    @Test
    void codesThatLookLikeDecimalsStayText() throws IOException {
        var sample = fault("63-codes.csv");

        assertThat(sample.values("code")).startsWith("5.1", "5.10", "5.2");
        assertThat(Sample.of("taakveld;n\n5.1;1\n5.10;2\n0.4;3\n").type("taakveld"))
                .isEqualTo("VARCHAR");
        assertThat(Sample.of("bedrag;n\n5.1;1\n5.25;2\n0.4;3\n").type("bedrag")).startsWith("DECIMAL");
    }

    @Test
    void aDashBehindACurrencySignIsZero() throws IOException {
        var sample = fault("64-euro-dash.csv");

        assertThat(sample.values("verleend_bedrag"))
                .startsWith("5000.00", "12250.50", "0.00", "750.00", "0.00", "1000000.00", null);
        assertThat(sample.column("verleend_bedrag").unit()).isEqualTo("EUR");
        assertThat(sample.codes()).contains("DASH_AS_ZERO");
    }

    @Test
    void countsHaveNoThousandths() throws IOException {
        var sample = fault("65-counts.csv");

        assertThat(sample.type("aantal_inwoners")).isEqualTo("BIGINT");
        assertThat(sample.values("aantal_inwoners")).startsWith("10", "420", "11810", "7", "1204");
    }

    @Test
    void marksMayDifferWhereEachValueIsClear() throws IOException {
        var sample = fault("66-mixed-separators.csv");

        assertThat(sample.type("x")).isEqualTo("DOUBLE");
        assertThat(sample.values("x")).containsExactly("81725.84489347", "82514.963735722", "80999.5", "83001.25");
        assertThat(sample.codes()).contains("MIXED_DECIMAL_MARKS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pand_id", "huisnummertoevoeging", "standplaatsnummer", "hellingverhouding", "mastnummer"})
    void identifiersAndProportionsStayText(String column) throws IOException {
        var sample = fault("67-identifiers.csv");

        assertThat(sample.type(column)).isEqualTo("VARCHAR");
    }

    @Test
    void anIdentifierThatLostItsZeroIsReported() throws IOException {
        assertThat(fault("67-identifiers.csv").codes()).contains("ZERO_LOST");
    }

    @Test
    void secondsWithMoreDigitsThanAreKeptAreReported() {
        var sample = Sample.of("moment;n\n2026-01-01 10:00:00.123456789;1\n2026-01-01 10:00:01.5;2\n");

        assertThat(sample.codes()).contains("SECONDS_CUT");
        assertThat(Sample.of("moment;n\n2026-01-01 10:00:00.123456000;1\n").codes())
                .doesNotContain("SECONDS_CUT");
    }

    @Test
    void headingsAndMarksOfJoinedFilesAreLeftOutAndReported() throws IOException {
        var sample = fault("34-bom-middle.csv");

        assertThat(sample.values("jaar")).containsExactly("2024", "2025", "2026");
        assertThat(sample.type("aantal")).isEqualTo("BIGINT");
        assertThat(sample.codes()).contains("REPEATED_HEADER", "MARK_INSIDE");
    }

    private static Sample fault(String name) throws IOException {
        return Sample.of(Path.of("src/test/resources/nl/datakade/table/faults").resolve(name));
    }
}
