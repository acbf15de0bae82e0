package nl.datakade.ingest.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.datakade.ingest.contract.ReadingContracts;
import nl.datakade.platform.worker.WorkerOutcome;
import nl.datakade.platform.worker.Workers;
import nl.datakade.table.ReadTask;
import nl.datakade.table.Reading;
import nl.datakade.table.Reading.Outcome;
import nl.datakade.table.SchemaDrift;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Has a file read in a process of its own and makes something of whatever happens there. */
@Component
class Reader {

    private static final Logger log = LoggerFactory.getLogger(Reader.class);

    private final Workers processes;
    private final EarlierReadings earlier;
    private final ReadingContracts contracts;
    private final ReadingProperties properties;
    private final JsonMapper json;

    Reader(
            Workers processes,
            EarlierReadings earlier,
            ReadingContracts contracts,
            ReadingProperties properties,
            JsonMapper json) {
        this.processes = processes;
        this.earlier = earlier;
        this.contracts = contracts;
        this.properties = properties;
        this.json = json;
    }

    /** Empty when the process failed, but another attempt may do better. */
    Optional<Account> read(Job job, Path file, Path tables) throws IOException {
        var delivery = job.delivery();
        var contract = contracts.of(delivery.datasetId());
        var before = earlier.before(delivery.datasetId(), delivery.version());
        var request = new ReadTask.Request(
                file.toString(),
                delivery.mediaType(),
                delivery.fileName(),
                tables.toString(),
                before.tableName(delivery.dataset()),
                before.known(),
                contract.instructions(),
                contract.rejectLimit(),
                contract.descriptions());
        var bound = properties.boundFor(Files.size(file));
        try (var call = processes.call(ReadFile.class, json.writeValueAsBytes(request), bound)) {
            var told = call.output().readAllBytes();
            return account(job, call.outcome(), told).map(account -> withDrift(account, before));
        }
    }

    private static Account withDrift(Account account, EarlierReadings.Before before) {
        var previous = before.reading();
        return previous != null
                        && account instanceof Account.Told told
                        && told.reading().outcome() == Outcome.READ
                ? new Account.Told(told.reading().with(SchemaDrift.findings(previous, told.reading())))
                : account;
    }

    private Optional<Account> account(Job job, WorkerOutcome outcome, byte[] told) {
        return switch (outcome) {
            case WorkerOutcome.Completed _ -> Optional.of(new Account.Told(json.readValue(told, Reading.class)));
            case WorkerOutcome.TimedOut _ -> Optional.of(new Account.Untold("reading-took-too-long"));
            case WorkerOutcome.OutOfMemory _ -> Optional.of(new Account.Untold("reading-took-too-much-memory"));
            case WorkerOutcome.Failed failed when isPassing(failed.exception()) -> again(job, failed.exception());
            case WorkerOutcome.Failed failed -> given(job, failed.exception());
            case WorkerOutcome.Crashed crashed -> again(job, "exit status " + crashed.exitStatus());
            case WorkerOutcome.Cancelled _ -> throw new Cancelled();
        };
    }

    /** Trouble with the disk may be over the next time; any other fault comes back with the same bytes. */
    private static boolean isPassing(String exception) {
        return exception.startsWith("java.io.") || exception.startsWith("java.nio.file.");
    }

    private static Optional<Account> given(Job job, String what) {
        log.warn("Reading delivery {} failed and is not tried again: {}", job.id(), what);
        return Optional.of(new Account.Untold("reader-failed"));
    }

    private Optional<Account> again(Job job, String what) {
        log.warn("Reading delivery {} failed at attempt {}: {}", job.id(), job.tries(), what);
        return job.tries() < properties.attempts()
                ? Optional.empty()
                : Optional.of(new Account.Untold("reader-failed"));
    }

    /** The service is stopping. */
    static final class Cancelled extends RuntimeException {}
}
