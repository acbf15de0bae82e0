package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadingTimeTests {

    @Test
    void growsWithTheFile() {
        assertThat(ReadingTime.atMost(0)).isEqualTo(Duration.ofMinutes(2));
        assertThat(ReadingTime.ofProgram(600L << 20)).isEqualTo(Duration.ofMinutes(22));
    }

    @Test
    void isSixHoursAtMostOnTheCommandLine() {
        assertThat(ReadingTime.ofProgram(100L << 30)).isEqualTo(Duration.ofHours(6));
    }
}
