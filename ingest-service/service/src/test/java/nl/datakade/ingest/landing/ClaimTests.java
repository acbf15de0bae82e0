package nl.datakade.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0089PNG\r\n", "\u00ff\u00d8\u00ff\u00e0", "GIF89a", "%PDF-1.7", "<html>", " <!DOCTYPE HTML>"})
    void aTableThatIsSomethingElse(String start) {
        var bytes = start.getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Claim.of("text/csv;charset=utf-8", null).check(bytes))
                .isInstanceOf(LandingProblem.NotWhatItClaims.class);
        assertThatThrownBy(
                        () -> Claim.of("application/octet-stream", "bomen.CSV").check(bytes))
                .isInstanceOf(LandingProblem.NotWhatItClaims.class);
        assertThatCode(() -> Claim.of("image/png", "bomen.csv").check(bytes)).doesNotThrowAnyException();
        assertThatCode(() -> Claim.of("application/octet-stream", null).check(bytes))
                .doesNotThrowAnyException();
    }

    @Test
    void aTableThatMayBeOne() {
        var csv = "naam;<html>\n".getBytes(StandardCharsets.UTF_8);

        assertThatCode(() -> Claim.of("text/csv", "a.csv").check(csv)).doesNotThrowAnyException();
        assertThat(Claim.of("text/plain", "readme").tabular()).isNull();
    }
}
