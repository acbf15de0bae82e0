package nl.datakade.ingest.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import nl.datakade.ingest.retention.RetentionProperties.Bounds;
import org.junit.jupiter.api.Test;

class RetentionPropertiesTests {

    @Test
    void aDepartmentsRuleGoesBeforeTheCitys() {
        var properties = new RetentionProperties(
                Duration.ofHours(1),
                Duration.ofHours(1),
                new Bounds(null, "P7Y", false),
                Map.of("openbareruimte", new Bounds(3, null, false)));

        assertThat(properties.of("openbare-ruimte").map(RuleInForce::toString)).contains("department: versions=3");
        assertThat(properties.of("groen").map(RuleInForce::toString)).contains("city: period=P7Y");
    }

    @Test
    void withoutAnyRuleThereIsNone() {
        var properties = new RetentionProperties(Duration.ofHours(1), Duration.ofHours(1), null, Map.of());

        assertThat(properties.of("groen")).isEqualTo(Optional.empty());
    }

    @Test
    void aRuleThatCannotBeReadKeepsTheServiceFromStarting() {
        assertThatThrownBy(() -> new RetentionProperties(
                        Duration.ofHours(1), Duration.ofHours(1), new Bounds(null, "5 jaar", false), Map.of()))
                .isInstanceOf(java.time.DateTimeException.class);
    }
}
