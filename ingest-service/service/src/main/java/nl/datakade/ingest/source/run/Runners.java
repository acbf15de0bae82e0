package nl.datakade.ingest.source.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.datakade.ingest.source.SourceProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The threads that go to sources, one after the other, for as long as the service runs. */
@Component
class Runners implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Runners.class);
    private static final int SIGNS = 4;

    private final RunQueue queue;
    private final GoToSource work;
    private final SourceProperties properties;
    private final Semaphore asked = new Semaphore(0);
    private final Set<Job> underWay = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();

    Runners(RunQueue queue, GoToSource work, SourceProperties properties) {
        this.queue = queue;
        this.work = work;
        this.properties = properties;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(Asked run) {
        asked.release();
    }

    @Override
    public synchronized void start() {
        for (int number = 1; number <= properties.atOnce(); number++) {
            threads.add(Thread.ofPlatform().name("source-" + number).daemon().start(this::work));
        }
        threads.add(Thread.ofPlatform().name("sources-alive").daemon().start(this::giveSignsOfLife));
    }

    /** A run that is broken off so is made again by another instance, or by this one when it is back. */
    @Override
    public synchronized void stop() {
        underWay.forEach(job -> job.lost().set(true));
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                asked.drainPermits(); // whatever they stand for is found by looking
                if (!runNext()) {
                    var _ = asked.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                log.warn("A run could not be begun or written down: {}", failure.toString());
                pause(properties.poll().toMillis());
            }
        }
    }

    private boolean runNext() {
        var job = queue.claim();
        job.ifPresent(taken -> {
            underWay.add(taken);
            try {
                work.run(taken);
            } finally {
                underWay.remove(taken);
            }
        });
        return job.isPresent();
    }

    private void giveSignsOfLife() {
        while (!Thread.currentThread().isInterrupted()) {
            pause(properties.lease().toMillis() / SIGNS);
            underWay.forEach(this::extend);
        }
    }

    private void extend(Job job) {
        try {
            if (!queue.extend(job)) {
                job.lost().set(true);
            }
        } catch (RuntimeException failure) {
            log.warn("A lease was not extended, trying again: {}", failure.toString());
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
