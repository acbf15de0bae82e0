package nl.datakade.access.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.datakade.platform.worker.WorkerBounds;
import nl.datakade.platform.worker.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;

class AnswerTests {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @TempDir
    static Path directory;

    /** The pool has room for one: a place that was not given back is missed by the second. */
    @Test
    void givesTheWorkerBackWhenTheFirstLineCannotBeRead() {
        var given = new AtomicInteger();
        var bounds = new WorkerBounds(1, 1, 100, 64, 768, Duration.ofSeconds(10), Duration.ofMinutes(1), directory);
        try (var workers = new Workers(bounds, List.of())) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> Answer.start(
                                "select 1", workers.call(CutShort.class, new byte[0], BOUND), given::incrementAndGet))
                        .isInstanceOf(JacksonException.class);
            }
        }
        assertThat(given).hasValue(3);
    }
}
