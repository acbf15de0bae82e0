package nl.datakade.access.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.datakade.access.policy.Treatment.Truncate.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictnessTests {

    private static final Map<String, Treatment> ALL = Map.ofEntries(
            Map.entry("show", new Treatment.Show()),
            Map.entry("hide", new Treatment.Hide()),
            Map.entry("nullify", new Treatment.Nullify()),
            Map.entry("redact", new Treatment.Redact()),
            Map.entry("partial2", new Treatment.Partial(2)),
            Map.entry("partial4", new Treatment.Partial(4)),
            Map.entry("pseudonym", new Treatment.Pseudonym()),
            Map.entry("year", new Treatment.Truncate(Unit.YEAR)),
            Map.entry("month", new Treatment.Truncate(Unit.MONTH)),
            Map.entry("bucket10", new Treatment.Bucket(BigDecimal.valueOf(10))),
            Map.entry("bucket15", new Treatment.Bucket(BigDecimal.valueOf(15))),
            Map.entry("bucket100", new Treatment.Bucket(new BigDecimal("100.0"))),
            Map.entry("postcode4", new Treatment.Postcode4()));

    /** Of each pair: LESS shows less than the other, MORE shows more, NEITHER cannot be compared. */
    @ParameterizedTest
    @CsvSource({
        "hide, nullify, LESS, hide",
        "nullify, redact, LESS, nullify",
        "redact, pseudonym, LESS, redact",
        "redact, bucket100, LESS, redact",
        "pseudonym, show, LESS, pseudonym",
        "partial2, show, LESS, partial2",
        "postcode4, show, LESS, postcode4",
        "show, hide, MORE, hide",
        "show, year, MORE, year",
        "year, month, LESS, year",
        "month, year, MORE, year",
        "bucket100, bucket10, LESS, bucket100",
        "bucket10, bucket100, MORE, bucket100",
        "bucket15, bucket10, NEITHER, redact",
        "bucket15, bucket100, NEITHER, redact",
        "partial2, partial4, NEITHER, redact",
        "pseudonym, partial2, NEITHER, redact",
        "pseudonym, postcode4, NEITHER, redact",
        "pseudonym, year, NEITHER, redact",
        "postcode4, partial4, NEITHER, redact",
        "year, bucket10, NEITHER, redact"
    })
    void comparesTwoTreatments(String one, String other, String expected, String stricter) {
        var left = treatment(one);
        var right = treatment(other);
        assertThat(Strictness.showsNoMore(left, right)).isEqualTo(expected.equals("LESS"));
        assertThat(Strictness.showsNoMore(right, left)).isEqualTo(expected.equals("MORE"));
        assertThat(Strictness.stricter(left, right)).isEqualTo(treatment(stricter));
        assertThat(Strictness.stricter(right, left)).isEqualTo(treatment(stricter));
    }

    @Test
    void isAPartialOrder() {
        triples().forEach(three -> {
            var a = three.get(0);
            var b = three.get(1);
            var c = three.get(2);
            assertThat(Strictness.showsNoMore(a, a)).as("%s", a).isTrue();
            if (Strictness.showsNoMore(a, b) && Strictness.showsNoMore(b, c)) {
                assertThat(Strictness.showsNoMore(a, c)).as("%s %s %s", a, b, c).isTrue();
            }
            if (!a.equals(b) && Strictness.showsNoMore(a, b)) {
                assertThat(Strictness.showsNoMore(b, a)).as("%s %s", a, b).isFalse();
            }
            var stricter = Strictness.stricter(a, b);
            assertThat(Strictness.showsNoMore(stricter, a)).as("%s %s", a, b).isTrue();
            assertThat(Strictness.showsNoMore(stricter, b)).as("%s %s", a, b).isTrue();
        });
    }

    private static Treatment treatment(String name) {
        return java.util.Objects.requireNonNull(ALL.get(name));
    }

    private static Stream<List<Treatment>> triples() {
        return ALL.values().stream()
                .flatMap(a ->
                        ALL.values().stream().flatMap(b -> ALL.values().stream().map(c -> List.of(a, b, c))));
    }
}
