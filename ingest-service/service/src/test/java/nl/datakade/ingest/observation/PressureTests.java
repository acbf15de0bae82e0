package nl.datakade.ingest.observation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import nl.datakade.ingest.fairness.FairnessProblem;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PressureTests {

    private final Pressure pressure = new Pressure(new ObservationProperties(
            DataSize.ofMegabytes(1), 10, 3, 2, DataSize.ofKilobytes(1), Duration.ofSeconds(10), 100, 100));

    @Test
    void oneClientDoesNotTakeThePlacesOfOthers() {
        try (var _ = pressure.enter("one");
                var _ = pressure.enter("one")) {
            assertThatThrownBy(() -> pressure.enter("one")).isInstanceOf(FairnessProblem.TooManyAtOnce.class);
            try (var _ = pressure.enter("other")) {
                assertThatThrownBy(() -> pressure.enter("one")).isInstanceOf(FairnessProblem.TooManyAtOnce.class);
            }
        }
    }

    @Test
    void aPlaceGivenBackIsFree() {
        for (int i = 0; i < 10; i++) {
            try (var _ = pressure.enter("one")) {
                pressure.enter("one").close();
            }
        }
    }
}
