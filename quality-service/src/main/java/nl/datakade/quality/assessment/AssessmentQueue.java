package nl.datakade.quality.assessment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.datakade.platform.object.ObjectStoreUnavailable;
import nl.datakade.platform.worker.WorkersBusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at versions that are due, a few at a time. Events only mark them so: a large table holds up neither Kafka nor the events of
 * other datasets. What is under way when the process dies is still due when it comes back.
 */
@Component
class AssessmentQueue implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(AssessmentQueue.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration WHILE_AWAY = Duration.ofSeconds(10);

    private final Versions versions;
    private final AssessVersion assessVersion;
    private final TransactionTemplate transaction;
    private final int parallel;
    private final Semaphore work = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();

    AssessmentQueue(
            Versions versions,
            AssessVersion assessVersion,
            PlatformTransactionManager transactions,
            QualityProperties properties) {
        this.versions = versions;
        this.assessVersion = assessVersion;
        this.transaction = new TransactionTemplate(transactions);
        this.parallel = properties.parallel();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void wake(VersionDue ignored) {
        work.release(parallel);
    }

    @Override
    public synchronized void start() {
        for (var number = 1; number <= parallel; number++) {
            threads.add(
                    Thread.ofPlatform().name("assessment-" + number).daemon().start(this::lookOn));
        }
    }

    @Override
    public synchronized void stop() {
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }

    private void lookOn() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                while (assessOne()) {
                    log.debug("Looked at a version that was due");
                }
                if (work.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.debug("Woken");
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException away) {
                log.warn("Could not look for versions that are due, trying again: {}", name(away));
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there was one. */
    private boolean assessOne() {
        for (var candidate : versions.due()) {
            if (assess(candidate)) {
                return true;
            }
        }
        return false;
    }

    private boolean assess(Versions.Due candidate) {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> {
                var due = versions.take(candidate);
                due.ifPresent(taken -> {
                    assessVersion.assess(taken.datasetId(), taken.version(), taken.attempts());
                    versions.done(taken);
                });
                return due.isPresent();
            }));
        } catch (ObjectStoreUnavailable | WorkersBusyException away) {
            log.warn("Version {} of {} waits: {}", candidate.version(), candidate.datasetId(), name(away));
            postpone(candidate, candidate.attempts(), WHILE_AWAY);
        } catch (TransientDataAccessException | RecoverableDataAccessException | TransactionException away) {
            throw away;
        } catch (RuntimeException failed) {
            log.warn("Version {} of {} not judged: {}", candidate.version(), candidate.datasetId(), name(failed));
            postpone(
                    candidate,
                    candidate.attempts() + 1,
                    AFTER_FAILURE.multipliedBy(1L << Math.min(7, candidate.attempts())));
        }
        return true;
    }

    /** Only a failure of our own says more than its class: others may quote a value. */
    private static String name(RuntimeException failure) {
        return failure instanceof MeasuringFailed
                ? failure.toString()
                : failure.getClass().getName();
    }

    private void postpone(Versions.Due candidate, int attempts, Duration delay) {
        transaction.executeWithoutResult(_ -> versions.postpone(candidate, attempts, delay));
    }
}
