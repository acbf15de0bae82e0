package nl.datakade.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RateTests {
    @Test
    void theRatioIsOfSpeedsNotOfSeconds() {
        var straight = new Rate(1, 1 << 30, 10);
        var ingest = new Rate(1, 1 << 30, 12.5);

        assertThat(straight.mebibytesPerSecond()).isEqualTo(102.4);
        assertThat(ingest.ratioTo(straight)).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(Rate.median(List.of(3.0, 1.0, 9.0))).isEqualTo(3);
        assertThat(Rate.median(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(3);
    }
}
