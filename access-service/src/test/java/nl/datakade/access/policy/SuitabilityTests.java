package nl.datakade.access.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuitabilityTests {

    @ParameterizedTest
    @CsvSource({
        "10, true",
        "0.05, true",
        "1E+12, true",
        "999999999999999999, true",
        "0, false",
        "-1, false",
        "1E+300000000, false",
        "1E-300000000, false",
        "1234567890123456789, false",
        "0.0000000000000000001, false"
    })
    void takesWidthsThatCanBeComparedAtOnce(String width, boolean suits) {
        var problem = Suitability.problem(new Treatment.Bucket(new BigDecimal(width)), "BIGINT");
        assertThat(problem == null).isEqualTo(suits);
    }
}
