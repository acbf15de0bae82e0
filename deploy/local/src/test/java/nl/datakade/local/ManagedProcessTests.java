package nl.datakade.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path state;

    @Test
    void isFoundAgainByItsPidFileAndStopped() {
        var started = new ManagedProcess(state, "tail");
        started.start(new Launch(List.of("tail", "-f", "/dev/null")));
        var found = new ManagedProcess(state, "tail");
        assertThat(found.handle()).isEqualTo(started.handle()).isPresent();
        found.stop("TERM", PATIENCE);
        assertThat(started.isAlive()).isFalse();
    }

    @Test
    void anotherProcessWithTheSamePidIsNotIt() throws IOException {
        Files.createDirectories(state.resolve("run"));
        Files.writeString(
                state.resolve("run/other.pid"), ProcessHandle.current().pid() + "\n2001-01-01T00:00:00Z\n");
        assertThat(new ManagedProcess(state, "other").isAlive()).isFalse();
    }

    @Test
    void whatEndsWhileStartingIsReportedWithItsLastWords() {
        var process = new ManagedProcess(state, "failing");
        process.start(new Launch(List.of("sh", "-c", "echo no such disk; exit 3")));
        assertThatThrownBy(() -> process.awaitReady(() -> false, PATIENCE))
                .isInstanceOf(StackProblem.class)
                .hasMessageContaining("failing ended while it was starting")
                .hasMessageContaining("no such disk");
    }
}
