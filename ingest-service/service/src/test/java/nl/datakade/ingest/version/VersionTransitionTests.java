package nl.datakade.ingest.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import nl.datakade.ingest.delivery.Delivery.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each state and each transition, written out once more. */
class VersionTransitionTests {

    /** One letter for each state, in their order: landed, reading, read, released, held back, failed, and the three ends. */
    @ParameterizedTest
    @CsvSource({
        "LAND,          LANDED,    .........",
        "LAND_READ,     READ,      .........",
        "BEGIN_READING, READING,   xx.......",
        "READ,          READ,      .x.......",
        "FAIL,          FAILED,    .x.......",
        "READ_AGAIN,    LANDED,    ..xxxx...",
        "RELEASE,       RELEASED,  ..xxx....",
        "HOLD_BACK,     HELD_BACK, ..xxx....",
        "WITHDRAW,      WITHDRAWN, xxxxxx...",
        "REJECT,        REJECTED,  ....xx...",
        "REMOVE,        REMOVED,   ..xxxxxx.",
    })
    void isAllowedInTheseStatesOnly(VersionTransition transition, State to, String table) {
        assertThat(transition.to()).isEqualTo(to);
        assertThat(table).hasSameSizeAs(State.values());
        var states = State.values();
        for (var index = 0; index < states.length; index++) {
            assertThat(transition.isAllowedIn(states[index]))
                    .as("%s of one that is %s", transition, states[index])
                    .isEqualTo(table.charAt(index) == 'x');
        }
    }

    @Test
    void theTableHasEachTransition() {
        assertThat(VersionTransition.values()).hasSize(11);
    }

    @ParameterizedTest
    @EnumSource(VersionTransition.class)
    void nothingFollowsAnEndButThatItsBytesGo(VersionTransition transition) {
        var ends = Arrays.stream(State.values()).filter(State::isEnded).toList();
        assertThat(ends.stream().filter(transition::isAllowedIn).toList())
                .isEqualTo(
                        transition == VersionTransition.REMOVE ? List.of(State.WITHDRAWN, State.REJECTED) : List.of());
    }

    @ParameterizedTest
    @EnumSource(VersionTransition.class)
    void theDatabaseIsAskedForTheSameStates(VersionTransition transition) {
        assertThat(transition.from())
                .containsExactly(Arrays.stream(State.values())
                        .filter(transition::isAllowedIn)
                        .map(Enum::name)
                        .toArray(String[]::new));
    }
}
