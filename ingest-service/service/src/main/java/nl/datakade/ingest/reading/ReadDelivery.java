package nl.datakade.ingest.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import nl.datakade.ingest.reading.TableObjects.OtherReader;
import nl.datakade.ingest.version.Versions;
import nl.datakade.platform.object.ObjectStoreUnavailable;
import nl.datakade.platform.worker.WorkersBusyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads one delivery: fetches the raw bytes, has them read, puts the tables into storage, and writes down what came of
 * it. Killed at any point, another reader does it again from the start.
 */
@Component
class ReadDelivery {

    private static final Logger log = LoggerFactory.getLogger(ReadDelivery.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final ReadingQueue queue;
    private final Spool spool;
    private final Reader reader;
    private final TableObjects objects;
    private final ReadingRecord record;
    private final Versions versions;

    ReadDelivery(
            ReadingQueue queue,
            Spool spool,
            Reader reader,
            TableObjects objects,
            ReadingRecord record,
            Versions versions) {
        this.queue = queue;
        this.spool = spool;
        this.reader = reader;
        this.objects = objects;
        this.record = record;
        this.versions = versions;
    }

    void read(Job job, int mostAttempts) {
        try {
            if (job.tries() > mostAttempts) {
                settle(job, new Account.Untold("reader-failed"), null, null);
            } else {
                tryToRead(job);
            }
        } catch (Reader.Cancelled stopping) {
            queue.giveBack(job, Duration.ZERO);
        } catch (ObjectStoreUnavailable
                | WorkersBusyException
                | DataAccessException
                | TransactionException
                | OtherReader
                | IOException
                | UncheckedIOException passing) {
            log.warn("Delivery {} will be read later: {}", job.id(), passing.toString());
            queue.giveBack(job, SOON);
        } catch (RuntimeException unexpected) {
            queue.retry(job, SOON);
            throw unexpected;
        }
    }

    private void tryToRead(Job job) throws IOException {
        try (var place = spool.open(job)) {
            spool.fetch(job, place);
            var account = reader.read(job, place.file(), place.tables());
            if (account.isEmpty()) {
                queue.retry(job, SOON);
            } else if (account.get() instanceof Account.Told told
                    && !told.reading().tables().isEmpty()) {
                var rejected = objects.put(job, told.reading(), place.tables());
                settle(job, told, objects.manifest(job), rejected ? objects.rejects(job) : null);
            } else {
                settle(job, account.get(), null, null);
            }
        }
    }

    private void settle(Job job, Account account, @Nullable String manifest, @Nullable String rejects) {
        if (manifest == null) {
            objects.clear(job);
        }
        if (record.write(job, account, manifest, rejects)) {
            log.info("Delivery {} read: {} {}", job.id(), account.outcome(), account.reason());
        } else if (versions.isEnded(job.id())) {
            objects.remove(job);
            log.info("Delivery {} ended while it was read", job.id());
        } else {
            log.warn("Delivery {} was read by another reader meanwhile", job.id());
        }
    }
}
