package nl.datakade.catalog.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetNamesTests {

    @ParameterizedTest
    @ValueSource(strings = {"a", "fietstellingen", "bomen-2026", "a1-b2-c3"})
    void kebabCaseIsAName(String name) {
        assertThat(DatasetNames.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Fiets", "1bomen", "-bomen", "bomen-", "bo--men", "bo_men", "../x", "bo men", "café"})
    void anythingElseIsNot(String name) {
        assertThat(DatasetNames.isName(name)).isFalse();
    }

    @Test
    void aNameHasAtMostAHundredCharacters() {
        assertThat(DatasetNames.isName("x".repeat(100))).isTrue();
        assertThat(DatasetNames.isName("x".repeat(101))).isFalse();
    }

    @Test
    void freeNamesAreNumberedFromTwoAndStayNames() {
        assertThat(DatasetNames.candidates("bomen").limit(3)).containsExactly("bomen", "bomen-2", "bomen-3");
        assertThat(DatasetNames.candidates("x".repeat(97) + "-ab").limit(12)).allMatch(DatasetNames::isName);
    }
}
