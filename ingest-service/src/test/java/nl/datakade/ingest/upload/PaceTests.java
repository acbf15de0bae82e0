package nl.datakade.ingest.upload;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PaceTests {

    private static final long SECOND = 1_000_000_000;

    private final Pace pace = new Pace(DataSize.ofKilobytes(1), Duration.ofSeconds(30));

    @Test
    void aByteASecondIsTooSlow() {
        assertThatThrownBy(() -> {
                    for (int second = 0; second < 31; second++) {
                        pace.took(1, SECOND);
                    }
                })
                .isInstanceOf(UploadProblem.TooSlow.class);
    }

    @Test
    void aPauseIsForgivenWhenEnoughCameAroundIt() {
        assertThatCode(() -> {
                    pace.took(40_000, SECOND);
                    pace.took(1, 28 * SECOND);
                    pace.took(1, SECOND);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void whatCameLongAgoDoesNotCount() {
        pace.took(1_000_000, 30 * SECOND);

        assertThatThrownBy(() -> pace.took(10, 30 * SECOND)).isInstanceOf(UploadProblem.TooSlow.class);
    }
}
