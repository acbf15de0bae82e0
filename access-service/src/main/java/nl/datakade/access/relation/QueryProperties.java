package nl.datakade.access.relation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import nl.datakade.platform.worker.WorkerBounds;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What queries may use.
 *
 * @param folder of snapshots and worker processes
 * @param processes how many queries run at the same time
 * @param memory of the engine in one process
 * @param timeout after which a query ends
 * @param rowLimit of an answer
 * @param keepFor a snapshot unused for longer goes
 * @param keepSize beyond which snapshots unused for longest go
 */
@Validated
@ConfigurationProperties("datakade.access.query")
public record QueryProperties(
        @NotNull Path folder,
        @Positive int processes,
        @NotNull DataSize memory,
        @NotNull Duration timeout,
        @Positive int rowLimit,
        @NotNull Duration keepFor,
        @NotNull DataSize keepSize) {

    private static final int HEAP = 64;
    /** Code, classes, buffers and the engine beside its own count. */
    private static final int BESIDE = 384;

    WorkerBounds workers(int warm) {
        return new WorkerBounds(
                processes,
                warm,
                100,
                HEAP,
                (int) memory.toMegabytes() + BESIDE,
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                folder.resolve("workers"));
    }

    RelationBounds relation() {
        return new RelationBounds(
                folder.resolve("snapshots"), (int) memory.toMegabytes(), 2, timeout, keepFor, keepSize.toMegabytes());
    }
}
