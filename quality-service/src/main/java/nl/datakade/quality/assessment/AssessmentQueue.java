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
 * Looks at versions that are due, a few at a time, each dataset under a lease. Events only mark them so: a large table holds up neither Kafka nor the events of
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
    private final Measuring measuring;
    private final Leases leases;
    private final TransactionTemplate transaction;
    private final int parallel;
    private final Semaphore work = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();

    AssessmentQueue(
            Versions versions,
            AssessVersion assessVersion,
            Measuring measuring,
            Leases leases,
            PlatformTransactionManager transactions,
            QualityProperties properties) {
        this.versions = versions;
        this.assessVersion = assessVersion;
        this.measuring = measuring;
        this.leases = leases;
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
        threads.add(Thread.ofPlatform().name("assessment-leases").daemon().start(this::extendLeases));
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
                pause(LOOK);
            }
        }
    }

    private void extendLeases() {
        while (!Thread.currentThread().isInterrupted()) {
            pause(leases.extendEvery());
            leases.extend();
        }
    }

    private static void pause(Duration length) {
        try {
            TimeUnit.MILLISECONDS.sleep(length.toMillis());
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
        var lease = leases.take(candidate.datasetId());
        if (lease.isEmpty()) {
            return false;
        }
        try {
            var due = versions.stillDue(candidate);
            due.ifPresent(taken -> assess(taken, lease.get()));
            return due.isPresent();
        } finally {
            giveBack(lease.get());
        }
    }

    /** Measures without a transaction, then concludes in a short one, if the dataset was not given to another meanwhile. */
    private void assess(Versions.Due candidate, Leases.Lease lease) {
        try {
            var measured = assessVersion
                    .unmeasured(candidate.datasetId(), candidate.version(), candidate.attempts())
                    .map(version -> new Measured(Measuring.content(version), measuring.measure(version)))
                    .orElse(null);
            whileHeld(lease, () -> {
                assessVersion.assess(candidate.datasetId(), candidate.version(), candidate.attempts(), measured);
                versions.done(candidate);
            });
        } catch (ObjectStoreUnavailable | WorkersBusyException away) {
            log.warn("Version {} of {} waits: {}", candidate.version(), candidate.datasetId(), name(away));
            postpone(candidate, lease, candidate.attempts(), WHILE_AWAY);
        } catch (TransientDataAccessException | RecoverableDataAccessException | TransactionException away) {
            throw away;
        } catch (RuntimeException failed) {
            log.warn("Version {} of {} not judged: {}", candidate.version(), candidate.datasetId(), name(failed));
            postpone(
                    candidate,
                    lease,
                    candidate.attempts() + 1,
                    AFTER_FAILURE.multipliedBy(1L << Math.min(7, candidate.attempts())));
        }
    }

    private void whileHeld(Leases.Lease lease, Runnable conclusion) {
        transaction.executeWithoutResult(_ -> {
            if (leases.stillHeld(lease)) {
                conclusion.run();
            } else {
                log.warn("Dataset {} was given to another worker; what this one found is dropped", lease.dataset());
            }
        });
    }

    /** Also when the thread is to stop; a lease that cannot be given back runs out. */
    private void giveBack(Leases.Lease lease) {
        var interrupted = Thread.interrupted();
        try {
            leases.giveBack(lease);
        } catch (RuntimeException away) {
            log.warn("A lease was not given back and runs out by itself: {}", name(away));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Only a failure of our own says more than its class: others may quote a value. */
    private static String name(RuntimeException failure) {
        return failure instanceof MeasuringFailed
                ? failure.toString()
                : failure.getClass().getName();
    }

    private void postpone(Versions.Due candidate, Leases.Lease lease, int attempts, Duration delay) {
        whileHeld(lease, () -> versions.postpone(candidate, attempts, delay));
    }
}
