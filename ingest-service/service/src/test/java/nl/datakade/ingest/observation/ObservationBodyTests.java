package nl.datakade.ingest.observation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationBodyTests {

    private static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void anArrayIsReadNoFurtherThanThereMayBe() {
        assertThat(read("[{\"a\":1},{\"a\":2}]")).hasSize(2);
        assertThatThrownBy(() -> read("[{\"a\":1},{\"a\":2},{\"a\":3}, this is never read"))
                .isInstanceOf(TooMany.class);
    }

    @Test
    void aFieldAndAGroupOfOneNameLoseNothingSilently() {
        assertThatThrownBy(() -> read("{\"weer\":{\"graden\":3},\"weer_graden\":4}"))
                .isInstanceOf(ObservationProblem.Invalid.class);
    }

    @Test
    void wholeNumbersThatWouldBecomeOthersAreRefused() {
        assertThat(ColumnFit.columns(List.of(), read("{\"a\":9007199254740992}")))
                .hasSize(1);
        var altered = read("{\"a\":9007199254740993}");
        assertThatThrownBy(() -> ColumnFit.columns(List.of(), altered)).isInstanceOf(ObservationProblem.Invalid.class);
    }

    private static List<Observation> read(String body) {
        return ObservationBody.read(body.getBytes(UTF_8), 2, () -> {
            throw new TooMany();
        });
    }
}
