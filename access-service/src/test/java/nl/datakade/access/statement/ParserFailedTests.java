package nl.datakade.access.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import nl.datakade.access.turn.Asking;
import nl.datakade.access.turn.Turns;
import nl.datakade.platform.worker.WorkerBounds;
import nl.datakade.platform.worker.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends is not the fault of the statement that it was about to judge. */
class ParserFailedTests {

    @Test
    void aStatementIsNotBlamedForAProcessThatIsKilled(@TempDir Path directory) throws Exception {
        var bounds = new WorkerBounds(1, 1, 1000, 160, 544, Duration.ofSeconds(30), Duration.ofMinutes(1), directory);
        try (var workers = new Workers(bounds, List.of(ParseTask.class))) {
            var statements = new Statements(workers, new Turns(1, 1, Duration.ofSeconds(30)));
            assertThat(statements.check("select 1", new Asking("somebody"))).isInstanceOf(Reading.Acceptable.class);

            var processes = ProcessHandle.current().descendants().toList();
            for (var process : processes) {
                stop(process);
            }
            var thrown = new AtomicReference<Throwable>();
            var asked = Thread.ofPlatform()
                    .start(() ->
                            thrown.set(catchThrowable(() -> statements.check("select 1", new Asking("somebody")))));
            await().until(() -> Arrays.stream(asked.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().endsWith("FramedInput")));
            processes.forEach(ProcessHandle::destroyForcibly);
            asked.join();

            assertThat(thrown.get()).isInstanceOf(ParserFailed.class);
        }
    }

    /** It takes a task then, and never answers. */
    private static void stop(ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
