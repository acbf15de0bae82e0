package nl.datakade.access.relation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import nl.datakade.access.turn.Turns;
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
 * @param rowLimit most rows of one answer
 * @param answerSize most of one answer
 * @param answersSize most of all answers that are under way
 * @param perPerson how many queries of one person run at the same time
 * @param inFlight how many questions one person may have under way: waiting, running, and being sent
 * @param patience how long a question waits for its turn
 * @param parsers how many statements are checked at the same time
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
        @NotNull DataSize keepSize,
        @NotNull DataSize answerSize,
        @NotNull DataSize answersSize,
        @Positive int perPerson,
        @Positive int inFlight,
        @NotNull Duration patience,
        @Positive int parsers) {

    private static final int HEAP = 64;
    private static final int PARSER_HEAP = 160;
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

    /** Each has room for the tree of one statement, which is far larger than the statement. */
    WorkerBounds parserWorkers() {
        return new WorkerBounds(
                parsers,
                1,
                100,
                PARSER_HEAP,
                PARSER_HEAP + BESIDE,
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                folder.resolve("workers"));
    }

    /** Of one person one at a time, so that their statements leave a process for those of others. */
    Turns parserTurns() {
        return new Turns(parsers, 1, patience);
    }

    Turns queryTurns() {
        return new Turns(processes, perPerson, patience);
    }

    RelationBounds relation() {
        return new RelationBounds(
                folder.resolve("snapshots"),
                (int) memory.toMegabytes(),
                2,
                timeout,
                keepFor,
                keepSize.toMegabytes(),
                rowLimit,
                answerSize.toMegabytes(),
                answersSize.toMegabytes());
    }
}
