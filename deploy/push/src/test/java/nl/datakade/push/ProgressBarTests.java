package nl.datakade.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTests {
    private final StringWriter screen = new StringWriter();

    @Test
    void aFileOfLogsGetsALineForEveryTenth() {
        var progress = new ProgressBar(new PrintWriter(screen), 1_000, false);

        for (int sent = 1; sent <= 1_000; sent++) {
            progress.accept(sent);
        }

        assertThat(screen.toString().lines()).hasSize(11).last().asString().startsWith("100%  1000 B of 1000 B");
    }

    @Test
    void aTerminalGetsABarThatEndsFull() {
        var progress = new ProgressBar(new PrintWriter(screen), 4, true);

        progress.accept(2);
        progress.accept(4);

        assertThat(screen.toString())
                .contains("\r[" + "█".repeat(15) + " ".repeat(15) + "]  50%")
                .contains("\r[" + "█".repeat(30) + "] 100%")
                .endsWith("\n");
    }
}
