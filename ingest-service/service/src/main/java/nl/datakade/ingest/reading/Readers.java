package nl.datakade.ingest.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.datakade.ingest.landing.Landed;
import nl.datakade.ingest.landing.Traffic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The threads that take deliveries from the queue, one after the other, for as long as the service runs. */
@Component
class Readers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Readers.class);

    private final ReadingQueue queue;
    private final ReadDelivery work;
    private final ReadingProperties properties;
    private final Traffic traffic;
    private final Semaphore landed = new Semaphore(0);
    private final Set<Job> underWay = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();

    Readers(ReadingQueue queue, ReadDelivery work, ReadingProperties properties, Traffic traffic) {
        this.queue = queue;
        this.work = work;
        this.properties = properties;
        this.traffic = traffic;
    }

    @EventListener
    void on(Landed delivery) {
        landed.release();
    }

    @Override
    public synchronized void start() {
        for (int number = 1; number <= properties.readers(); number++) {
            threads.add(Thread.ofPlatform().name("reader-" + number).daemon().start(this::read));
        }
        threads.add(Thread.ofPlatform().name("readers-alive").daemon().start(this::giveSignsOfLife));
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

    private void read() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                traffic.giveWay(properties.givesWay());
                landed.drainPermits(); // whatever they stand for is found by looking
                if (!readNext()) {
                    var _ = landed.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                log.warn("A reader failed and goes on: {}", failure.toString());
                pause();
            }
        }
    }

    /** Far more often than a lease runs out. */
    private void giveSignsOfLife() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                TimeUnit.MILLISECONDS.sleep(properties.lease().toMillis() / 4);
                underWay.forEach(queue::extend);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                log.warn("A lease was not extended, trying again: {}", failure.toString());
            }
        }
    }

    private boolean readNext() {
        var job = queue.claim();
        job.ifPresent(taken -> {
            underWay.add(taken);
            try {
                work.read(taken, properties.attempts());
            } finally {
                underWay.remove(taken);
            }
        });
        return job.isPresent();
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(properties.poll().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
