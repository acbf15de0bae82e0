package nl.datakade.ingest.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;

class TermTests {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void aTermBeginsSoLongAgo() {
        assertThat(Term.begin(Period.parse("P1Y2M"), NOW)).isEqualTo("2025-04-01T00:00:00Z");
        assertThat(Term.isOver(Instant.parse("2025-03-31T23:59:59Z"), Period.parse("P1Y2M"), NOW))
                .isTrue();
        assertThat(Term.isOver(Instant.parse("2025-04-01T00:00:00Z"), Period.parse("P1Y2M"), NOW))
                .isFalse();
    }

    @Test
    void aTermLongerThanAnyCalendarIsNeverOver() {
        for (var period : new String[] {"P9999Y", "P999999999Y", "P2147483647Y", "P2147483647D"}) {
            assertThat(Term.begin(Period.parse(period), NOW)).isEqualTo(Instant.EPOCH);
            assertThat(Term.isOver(Instant.EPOCH, Period.parse(period), NOW)).isFalse();
        }
    }
}
