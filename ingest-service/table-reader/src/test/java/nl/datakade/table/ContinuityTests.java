package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Next month's file is read as this month's was, as far as its values allow it. */
class ContinuityTests {

    @Test
    void theFirstTimeAFewImpossibleDatesMakeTheColumnText() {
        var first = Sample.of("datum\n" + rows(200, i -> i == 7 ? "31-02-2026" : "01-02-2026"));
        assertThat(first.type("datum")).isEqualTo("VARCHAR");
        assertThat(first.codes()).contains("NOT_ALL_VALUES_FIT");
    }

    @Test
    void theNextTimeTheyRejectTheirRows() {
        var first = Sample.of("datum;n\n" + rows(200, i -> "0" + (1 + i % 9) + "-02-2026;" + i));
        var next = after(first, "datum;n\n" + rows(200, i -> (i == 7 ? "31-02-2026" : "15-03-2026") + ";" + i));
        assertThat(next.type("datum")).isEqualTo("DATE");
        assertThat(next.reading.rejectedRows()).isEqualTo(1);
        assertThat(next.rejects()).contains("8,\"datum\"");
        assertThat(next.codes()).contains("VALUES_REJECTED");
    }

    @Test
    void moreThanTheLimitIsAChangeOfType() {
        var first = Sample.of("datum;n\n" + rows(200, i -> "01-02-2026;" + i));
        var next = after(first, "datum;n\n" + rows(200, i -> (i < 4 ? "31-02-2026" : "15-03-2026") + ";" + i));
        assertThat(next.type("datum")).isEqualTo("VARCHAR");
        assertThat(next.reading.rejectedRows()).isZero();
    }

    @Test
    void whatIsAmbiguousByItselfIsReadAsBefore() {
        var first = Sample.of("n;d\n1.204,5;25/03/2026\n3,1;26/03/2026\n");
        var next = after(first, "n;d\n1.204;03/04/2026\n2.305;05/04/2026\n");
        assertThat(next.values("n")).containsExactly("1204.0", "2305.0");
        assertThat(next.values("d")).containsExactly("2026-04-03", "2026-04-05");
        assertThat(next.codes()).contains("READ_AS_BEFORE");
    }

    @Test
    void numbersThatHappenToBeWholeStayDecimalsAndTextStaysText() {
        var first = Sample.of("prijs;code;leeg\n1,25;A1;\n3,10;17;\n");
        var next = after(first, "prijs;code;leeg\n2;18;4\n3;19;5\n");
        assertThat(next.type("prijs")).isEqualTo(first.type("prijs"));
        assertThat(next.type("code")).isEqualTo("VARCHAR");
        assertThat(next.codes()).contains("KEPT_AS_TEXT");
        assertThat(next.type("leeg")).as("nothing was known of it").isEqualTo("BIGINT");
    }

    @Test
    void identifiersThatGetLeadingZerosAreNotCountedAsNumbers() {
        var first = Sample.of("n\n" + rows(200, i -> String.valueOf(100 + i)));
        var next = after(first, "n\n" + rows(200, i -> i == 3 ? "007" : String.valueOf(100 + i)));
        assertThat(next.type("n")).isEqualTo("VARCHAR");
        assertThat(next.values("n")).contains("007");
    }

    private static Sample after(Sample first, String text) {
        var known = Map.of("sample", Earlier.known(first.reading));
        return Sample.of(
                text.getBytes(StandardCharsets.UTF_8),
                "sample.csv",
                ReadOptions.none().withKnown(known));
    }

    private static String rows(int count, IntFunction<String> row) {
        return IntStream.rangeClosed(1, count).mapToObj(row).collect(Collectors.joining("\n")) + "\n";
    }
}
