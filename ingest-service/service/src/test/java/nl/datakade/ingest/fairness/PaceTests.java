package nl.datakade.ingest.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PaceTests {

    private static final long SECOND = 1_000_000_000;

    private final Pace pace = new Pace(DataSize.ofKilobytes(1), Duration.ofSeconds(30));

    @Test
    void aByteASecondIsTooSlow() {
        for (int second = 0; second < 29; second++) {
            assertThat(pace.isTooSlow(1, SECOND)).isFalse();
        }
        assertThat(pace.isTooSlow(1, SECOND)).isTrue();
    }

    @Test
    void aPauseIsForgivenWhenEnoughCameAroundIt() {
        assertThat(pace.isTooSlow(40_000, SECOND)).isFalse();
        assertThat(pace.isTooSlow(1, 28 * SECOND)).isFalse();
        assertThat(pace.isTooSlow(1, SECOND)).isFalse();
    }

    @Test
    void whatCameLongAgoDoesNotCount() {
        assertThat(pace.isTooSlow(1_000_000, 30 * SECOND)).isFalse();
        assertThat(pace.isTooSlow(10, 30 * SECOND)).isTrue();
    }
}
