package nl.datakade.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypedTests {

    @Test
    void whatSomebodyCouldHaveTypedIsKept() {
        assertThat(Typed.isKept(Map.of("sql", "x".repeat(60_000), "purpose", "beeld")))
                .isTrue();
    }

    @Test
    void moreIsNotHeldInMemory() {
        assertThat(Typed.isKept(Map.of("sql", "x".repeat(64_000)))).isFalse();
        assertThat(Typed.isKept(Map.of("x".repeat(101), ""))).isFalse();
        assertThat(Typed.isKept(
                        IntStream.range(0, 51).boxed().collect(Collectors.toMap(number -> "field" + number, _ -> ""))))
                .isFalse();
    }
}
