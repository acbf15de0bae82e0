package nl.datakade.ingest.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTests {

    @Test
    void anOffsetMakesThemOneMoment() {
        assertThat(Moments.instant("2026-11-23t10:15:00.5+01:00")).contains(Instant.parse("2026-11-23T09:15:00.5Z"));
        assertThat(Moments.instant("9999-12-31T23:59:59.999Z")).isPresent();
        assertThat(Moments.instant("0001-01-01T00:00:00Z")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9999-12-31T23:59:59-18:00",
                "0001-01-01T00:00:00+00:01",
                "0000-06-01T00:00:00Z",
                "2026-02-30T00:00:00Z",
                "2026-11-23T10:15:00"
            })
    void whatHasNoYearOfFourDigitsInUtcIsNone(String text) {
        assertThat(Moments.isMoment(text)).isFalse();
    }
}
