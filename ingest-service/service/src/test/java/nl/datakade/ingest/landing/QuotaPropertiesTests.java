package nl.datakade.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.datakade.ingest.landing.QuotaProperties.Amount;
import nl.datakade.ingest.landing.QuotaProperties.Limits;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class QuotaPropertiesTests {

    private static final DataSize MB = DataSize.ofMegabytes(1);
    private static final DataSize GB = DataSize.ofGigabytes(1);

    @Test
    void aDepartmentIsFoundWithTheHyphensThatTheEnvironmentCannotHold() {
        var properties = new QuotaProperties(MB, GB, Map.of("openbareruimte", new Amount(GB, null)));

        assertThat(properties.of("openbare-ruimte")).isEqualTo(new Limits(GB, GB));
        assertThat(properties.of("groen")).isEqualTo(new Limits(MB, GB));
    }
}
