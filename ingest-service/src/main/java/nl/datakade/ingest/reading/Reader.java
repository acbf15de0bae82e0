package nl.datakade.ingest.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import nl.datakade.ingest.table.ReadTask;
import nl.datakade.ingest.table.Reading;
import nl.datakade.platform.worker.WorkerOutcome;
import nl.datakade.platform.worker.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Has a file read in a process of its own and makes something of whatever happens there. */
@Component
class Reader {

    private static final Logger log = LoggerFactory.getLogger(Reader.class);

    private final Workers processes;
    private final Readings readings;
    private final ReadingProperties properties;
    private final JsonMapper json;

    Reader(Workers processes, Readings readings, ReadingProperties properties, JsonMapper json) {
        this.processes = processes;
        this.readings = readings;
        this.properties = properties;
        this.json = json;
    }

    /** Empty when the process failed, but another attempt may do better. */
    Optional<Account> read(Job job, Path file, Path tables) throws IOException {
        var delivery = job.delivery();
        var request = new ReadTask.Request(
                file.toString(),
                delivery.mediaType(),
                delivery.fileName(),
                tables.toString(),
                delivery.dataset(),
                readings.columnIdsBefore(delivery.datasetId(), delivery.version()),
                null);
        try (var call = processes.call(ReadFile.class, json.writeValueAsBytes(request), properties.bound())) {
            var told = call.output().readAllBytes();
            return account(job, call.outcome(), told);
        }
    }

    private Optional<Account> account(Job job, WorkerOutcome outcome, byte[] told) {
        return switch (outcome) {
            case WorkerOutcome.Completed _ -> Optional.of(new Account.Told(json.readValue(told, Reading.class)));
            case WorkerOutcome.TimedOut _ -> Optional.of(new Account.Untold("reading-took-too-long"));
            case WorkerOutcome.OutOfMemory _ -> Optional.of(new Account.Untold("reading-took-too-much-memory"));
            case WorkerOutcome.Failed failed -> again(job, failed.exception());
            case WorkerOutcome.Crashed crashed -> again(job, "exit status " + crashed.exitStatus());
            case WorkerOutcome.Cancelled _ -> throw new Cancelled();
        };
    }

    private Optional<Account> again(Job job, String what) {
        log.warn("Reading delivery {} failed at attempt {}: {}", job.id(), job.attempt(), what);
        return job.attempt() < properties.attempts()
                ? Optional.empty()
                : Optional.of(new Account.Untold("reader-failed"));
    }

    /** The service is stopping. */
    static final class Cancelled extends RuntimeException {}
}
