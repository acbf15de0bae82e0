package nl.datakade.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestProgressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[INFO] Building quality-service 0.1.0-SNAPSHOT                         [10/13]",
                "[INFO] Running nl.datakade.quality.gate.GateIT",
                "[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 4.1 s -- in nl.datakade.quality.gate.GateIT",
                "[INFO] quality-service .................................... SUCCESS [01:02 min]",
                "[INFO] BUILD FAILURE",
                "[ERROR] nl.datakade.quality.gate.GateIT.isHeldBack -- Time elapsed: 1.1 s <<< FAILURE!",
                "Expecting value to be true but was false",
                "\tat nl.datakade.quality.gate.GateIT.isHeldBack(GateIT.java:40)",
                "[WARNING] Tests run: 4, Failures: 0, Errors: 0, Skipped: 1"
            })
    void progressFailuresAndTotalsAreShown(String line) {
        assertThat(TestProgress.isShown(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[INFO] ",
                "[INFO] --- resources:3.5.0:resources (default-resources) @ platform ---",
                "[INFO] Copying 1 resource from src/main/resources to target/classes",
                "[INFO] ------------------------------------------------------------------------"
            })
    void whatMavenDoesInBetweenIsNot(String line) {
        assertThat(TestProgress.isShown(line)).isFalse();
    }

    @Test
    void aLineIsNeverTakenForProgressBecauseOfItsBeginningAlone() {
        assertThat(TestProgress.isShown("[INFO] Nothing to compile - all classes are up to date."))
                .isFalse();
    }
}
