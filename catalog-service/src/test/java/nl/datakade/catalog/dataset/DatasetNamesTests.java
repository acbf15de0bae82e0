package nl.datakade.catalog.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import nl.datakade.contracts.DatasetName;
import org.junit.jupiter.api.Test;

class DatasetNamesTests {

    @Test
    void freeNamesAreNumberedFromTwoAndStayNames() {
        assertThat(DatasetNames.candidates("bomen").limit(3)).containsExactly("bomen", "bomen-2", "bomen-3");
        assertThat(DatasetNames.candidates("x".repeat(97) + "-ab").limit(12)).allMatch(DatasetName::isValid);
    }
}
