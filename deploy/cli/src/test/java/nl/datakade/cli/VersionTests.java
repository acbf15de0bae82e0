package nl.datakade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTests {

    @ParameterizedTest
    @ValueSource(strings = {"--version", "push --version", "bench landing --version"})
    void aCommandSaysWhichBuildItIsOfWhichCommitOnWhichJava(String line) {
        var out = new StringWriter();
        var exit = Datakade.commandLine().setOut(new PrintWriter(out)).execute(line.split(" "));

        assertThat(exit).isZero();
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        first -> assertThat(first).matches("datakade \\S+ \\(commit \\S+\\)"),
                        second -> assertThat(second).startsWith("Java " + Runtime.version()));
    }
}
