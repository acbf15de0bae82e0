package nl.datakade.access.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nl.datakade.access.turn.Asking;
import nl.datakade.platform.worker.WorkerBounds;
import nl.datakade.platform.worker.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerTests {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @TempDir
    static Path directory;

    /** The pool has room for one: a place that was not given back is missed by the second. */
    @Test
    void givesTheWorkerBackWhenTheFirstBlockCannotBeRead() throws IOException {
        var bounds = new WorkerBounds(1, 1, 100, 64, 768, Duration.ofSeconds(10), Duration.ofMinutes(1), directory);
        var spools = new AnswerSpools(directory.resolve("answers"), 1_000, 1_000);
        try (var workers = new Workers(bounds, List.of())) {
            for (int i = 0; i < 3; i++) {
                try (var call = workers.call(CutShort.class, new byte[0], BOUND)) {
                    var start = new AnswerReader("select 1", call, spools.open(), new Asking("somebody"), 10).read();
                    assertThat(((QueryStart.Failed) start).failure().kind()).isEqualTo(QueryFailure.Kind.ENGINE);
                }
            }
        }
    }
}
