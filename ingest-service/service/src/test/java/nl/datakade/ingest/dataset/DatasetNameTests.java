package nl.datakade.ingest.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import nl.datakade.contracts.DatasetName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetNameTests {

    @ParameterizedTest
    @ValueSource(strings = {"fietstellingen", "fiets-tellingen-2026", "a", "a1-2b"})
    void isKebabCase(String name) {
        assertThat(DatasetName.isValid(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Fiets",
                "1fiets",
                "-fiets",
                "fiets-",
                "fiets--en",
                "fiets_en",
                "../fiets",
                "fiets\n",
                "pg-catalog",
                "main"
            })
    void isNothingElse(String name) {
        assertThat(DatasetName.isValid(name)).isFalse();
    }

    @Test
    void hasAtMostAHundredCharacters() {
        assertThat(DatasetName.isValid("a".repeat(100))).isTrue();
        assertThat(DatasetName.isValid("a".repeat(101))).isFalse();
    }
}
