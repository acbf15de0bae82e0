package nl.datakade.ingest.landing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import nl.datakade.ingest.fairness.FairnessProblem;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PlacesTests {

    private final Places places = new Places(
            new Binder(new MapConfigurationPropertySource(
                            Map.of("p.at-once", "3", "p.per-client", "2", "p.patience", "50ms")))
                    .bindOrCreate("p", LandingProperties.class),
            new Traffic());

    @Test
    void oneClientHasSomeOfThePlacesAtMost() {
        places.take("a");
        var second = places.take("a");
        assertThatThrownBy(() -> places.take("a")).isInstanceOf(FairnessProblem.TooManyAtOnce.class);
        second.close();
        assertThatCode(() -> places.take("a")).doesNotThrowAnyException();
    }

    @Test
    void othersStillFindOneUntilAllAreTaken() {
        places.take("a");
        places.take("a");
        places.take("b");
        assertThatThrownBy(() -> places.take("c")).isInstanceOf(LandingProblem.Busy.class);
    }
}
