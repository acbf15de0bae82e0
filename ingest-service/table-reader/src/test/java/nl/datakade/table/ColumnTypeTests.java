package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnTypeTests {

    @Test
    void aDotGroupsThousandsWhereTheColumnHasDecimalCommas() {
        var sample = Sample.of("naam;bedrag\na;1.204\nb;12,5\nc;1.204.300,75\n");
        assertThat(sample.type("bedrag")).startsWith("DECIMAL");
        assertThat(sample.values("bedrag")).containsExactly("1204.00", "12.50", "1204300.75");
    }

    @Test
    void aDotStartsAFractionWhereTheColumnHasDecimalPoints() {
        var sample = Sample.of("naam,waarde\na,1.204\nb,12.5\nc,\"1,204,300.75\"\n");
        assertThat(sample.values("waarde")).containsExactly("1.204", "12.500", "1204300.750");
    }

    @Test
    void anAmbiguousNumberIsSettledByOtherColumns() {
        var sample = Sample.of("inwoners;temperatuur\n1.234;12,5\n22.450;9,25\n");
        assertThat(sample.values("inwoners")).containsExactly("1234", "22450");
        assertThat(sample.codes()).contains("NUMBERS_AS_ELSEWHERE");
    }

    @Test
    void anAmbiguousNumberThatNothingSettlesStaysText() {
        var sample = Sample.of("naam;inwoners\na;1.234\nb;22.450\n");
        assertThat(sample.type("inwoners")).isEqualTo("VARCHAR");
        assertThat(sample.values("inwoners")).containsExactly("1.234", "22.450");
        assertThat(sample.codes()).contains("AMBIGUOUS_NUMBER");
    }

    @Test
    void decimalCommasAndPointsTogetherAreNumbersWhereEachIsClear() {
        var sample = Sample.of("naam;waarde\na;12,5\nb;12.5\nc;1.204,75\n");
        assertThat(sample.values("waarde")).containsExactly("12.5", "12.5", "1204.75");
        assertThat(sample.codes()).contains("MIXED_DECIMAL_MARKS");
    }

    @Test
    void decimalCommasAndPointsStayTextWhereOneValueMayBeEither() {
        var sample = Sample.of("naam;waarde\na;12,5\nb;12.5\nc;1.204\n");
        assertThat(sample.type("waarde")).isEqualTo("VARCHAR");
        assertThat(sample.values("waarde")).containsExactly("12,5", "12.5", "1.204");
        assertThat(sample.codes()).contains("UNSETTLED_DECIMAL_MARKS");
    }

    @Test
    void identifiersStayText() {
        var sample = Sample.of(
                "bsn;postcode;gemeentecode;telefoon;code\n123456782;1234;518;612345678;0164\n111222333;2511;599;701234567;0165\n");
        assertThat(sample.table().columns()).allMatch(column -> column.type().equals("VARCHAR"));
        assertThat(sample.values("code")).containsExactly("0164", "0165");
    }

    @Test
    void dutchDatesAreDates() {
        var sample = Sample.of(
                "a;b;c;d\n31-12-2020;1-2-20;20200229;3 maart 2021\n01-02-2021;28-02-21;20210301;14 okt. 2021\n");
        assertThat(sample.values("a")).containsExactly("2020-12-31", "2021-02-01");
        assertThat(sample.values("b")).containsExactly("2020-02-01", "2021-02-28");
        assertThat(sample.values("d")).containsExactly("2021-03-03", "2021-10-14");
        assertThat(sample.type("c")).isEqualTo("BIGINT");
    }

    @Test
    void eightDigitsAreADateWhereTheNameSaysSo() {
        var sample = Sample.of("datum;aantal\n20200229;20200229\n0;20200230\n20210301;1\n");
        assertThat(sample.values("datum")).containsExactly("2020-02-29", null, "2021-03-01");
        assertThat(sample.type("aantal")).isEqualTo("BIGINT");
    }

    @Test
    void slashesWithoutADayAboveTwelveStayText() {
        var sample = Sample.of("naam;datum\na;1/2/2020\nb;3/4/2020\n");
        assertThat(sample.type("datum")).isEqualTo("VARCHAR");
        assertThat(sample.codes()).contains("AMBIGUOUS_DATE");
    }

    @Test
    void slashesFollowTheDayThatLeavesNoDoubt() {
        assertThat(Sample.of("d\n1/2/2020\n13/4/2020\n").values("d")).containsExactly("2020-02-01", "2020-04-13");
        assertThat(Sample.of("d\n1/2/2020\n4/13/2020\n").values("d")).containsExactly("2020-01-02", "2020-04-13");
    }

    @Test
    void timesAndOffsetsAreKept() {
        var sample = Sample.of(
                "t;ts;tz\n08:30;2020-01-02 03:04:05;2020-07-01T12:00:00+02:00\n23:59:59;2020-01-02T03:04;2020-01-01T00:00:00Z\n");
        assertThat(sample.values("t")).containsExactly("08:30:00", "23:59:59");
        assertThat(sample.values("ts")).containsExactly("2020-01-02 03:04:05", "2020-01-02 03:04:00");
        assertThat(sample.values("tz")).containsExactly("2020-07-01 10:00:00+00", "2020-01-01 00:00:00+00");
    }

    @Test
    void marksForMissingValuesAreMissingAndRemembered() {
        var sample = Sample.of("aantal;soort\n1;-\n-;eik\nn.v.t.;onbekend\nonbekend;beuk\n");
        assertThat(sample.values("aantal")).containsExactly("1", null, null, null);
        assertThat(sample.column("aantal").marks()).containsEntry("n.v.t.", 1L).containsEntry("onbekend", 1L);
        assertThat(sample.values("soort")).containsExactly(null, "eik", "onbekend", "beuk");
    }

    @Test
    void minusNinesAreMissingWhereNothingElseIsNegativeOrAsFarOff() {
        assertThat(Sample.of("x\n12\n-9999\n7\n").values("x")).containsExactly("12", null, "7");
        assertThat(Sample.of("x\n-3,5\n-9999\n14,5\n").values("x")).containsExactly("-3.5", null, "14.5");
        assertThat(Sample.of("x\n-1200\n-9999\n7\n").values("x")).containsExactly("-1200", "-9999", "7");
    }

    @Test
    void yesAndNoAreTruthValues() {
        var sample = Sample.of("a;b;c\nja;J;N\nNee;N;N\n");
        assertThat(sample.values("a")).containsExactly("true", "false");
        assertThat(sample.values("b")).containsExactly("true", "false");
        assertThat(sample.type("c")).isEqualTo("VARCHAR");
    }

    @Test
    void percentAndEuroBecomeUnits() {
        var sample = Sample.of("a;b\n12,5%;€ 1.250,00\n3 %;€ 3,50\n");
        assertThat(sample.values("a")).containsExactly("12.5", "3.0");
        assertThat(sample.column("a").unit()).isEqualTo("%");
        assertThat(sample.values("b")).containsExactly("1250.00", "3.50");
        assertThat(sample.column("b").unit()).isEqualTo("EUR");
    }

    @Test
    void blanksAroundValuesAreLeftOut() {
        var sample = Sample.of("code;waarde\n\"GM0363    \";\"    20.8\"\n\"GM0518    \";\"   101.25\"\n");
        assertThat(sample.values("code")).containsExactly("GM0363", "GM0518");
        assertThat(sample.values("waarde")).containsExactly("20.80", "101.25");
    }

    @Test
    void oneValueThatDoesNotFitMakesTheColumnTextAndIsTold() {
        var text = new StringBuilder("n\n");
        for (int i = 0; i < 200; i++) {
            text.append(i).append('\n');
        }
        var sample = Sample.of(text + "veel\n");
        assertThat(sample.type("n")).isEqualTo("VARCHAR");
        assertThat(sample.codes()).contains("NOT_ALL_VALUES_FIT");
        assertThat(sample.values("n")).hasSize(201).endsWith("199", "veel");
    }

    @Test
    void aTypeLaidDownWinsAndRejectsWhatDoesNotFit() {
        var sample = Sample.of(
                "naam;aantal\na;1\nb;veel\nc;3\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "sample.csv",
                ReadOptions.none().withTypes(java.util.Map.of("aantal", "BIGINT")));
        assertThat(sample.values("aantal")).containsExactly("1", "3");
        assertThat(sample.table().rowsIn()).isEqualTo(3);
        assertThat(sample.table().rejectedRows()).isEqualTo(1);
        assertThat(sample.rejects()).contains("\"sample\",3,\"aantal\"");
    }
}
