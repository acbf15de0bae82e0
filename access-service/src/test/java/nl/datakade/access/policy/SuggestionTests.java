package nl.datakade.access.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.datakade.contracts.ingest.VersionState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTests {

    @ParameterizedTest
    @CsvSource({
        "person-name, VARCHAR, true, Redact",
        "phone, VARCHAR, true, Partial",
        "bsn, VARCHAR, true, Pseudonym",
        "postcode, VARCHAR, true, Postcode4",
        "postcode, VARCHAR, false, Postcode4",
        "rd-x, DOUBLE, true, Bucket",
        "address, VARCHAR, true, Hide",
        "health, VARCHAR, true, Hide",
        "date, DATE, false, Show"
    })
    void whatAColumnHoldsDecidesWhatIsSuggested(String meaning, String type, boolean personal, String expected) {
        var column = new VersionState.Column(1, "kolom", "Kolom", type, null);
        var table = new VersionState.Table("t", 1, 1, 0, List.of(column), List.of());
        var recognised = List.of(new Recognised("t", 1, "kolom", meaning, personal));

        var suggested = Suggestion.of(List.of(table), recognised, true);

        assertThat(suggested
                        .getFirst()
                        .columns()
                        .getFirst()
                        .treatment()
                        .getClass()
                        .getSimpleName())
                .isEqualTo(expected);
    }
}
